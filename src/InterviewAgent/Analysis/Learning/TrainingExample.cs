namespace InterviewAgent.Analysis.Learning;

/// <summary>A labelled interview of an account; units are matched to labels by the place of their quotes.</summary>
/// <param name="Group">The account: what is kept apart together in cross-validation.</param>
/// <param name="Feelings">Sentiment by turn number, -2 to 2; empty when it is not labelled.</param>
public sealed record LabelledTranscript(
    string Group, Transcript Transcript, IReadOnlyList<TranscriptLabel> Labels, IReadOnlyDictionary<int, int> Feelings, int? Overall);

/// <summary>A code and the words of one participant turn it rests on.</summary>
public sealed record TranscriptLabel(string Code, int TurnN, string Quote, int? Severity = null, CommitmentStatus? Status = null);

/// <summary>A text with a feeling of -2 to 2, from a set of rated texts.</summary>
public sealed record RatedText(string Text, double Value);

/// <summary>A short answer labelled as a whole, with the question when there is one.</summary>
/// <param name="Severity">Of the first friction code.</param>
/// <param name="Status">Of the first commitment.</param>
public sealed record LabelledAnswer(string? Question, string Text, IReadOnlyList<string> Codes, int? Severity = null, CommitmentStatus? Status = null);
