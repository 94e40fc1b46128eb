namespace InterviewAgent.Analysis.Learning;

/// <summary>A labelled interview of an account; units are matched to labels by the place of their quotes.</summary>
/// <param name="Group">The account: what is kept apart together in cross-validation.</param>
public sealed record LabelledTranscript(string Group, Transcript Transcript, IReadOnlyList<TranscriptLabel> Labels);

/// <summary>A code and the words of one participant turn it rests on.</summary>
public sealed record TranscriptLabel(string Code, int TurnN, string Quote);

/// <summary>A short answer labelled as a whole, with the question when there is one.</summary>
public sealed record LabelledAnswer(string? Question, string Text, IReadOnlyList<string> Codes);
