namespace InterviewAgent.Evals.Texts;

/// <summary>What one listener heard in every text of a run, in their order, and how fast.</summary>
/// <param name="Mixed">Null: the listener gives one number and cannot hear two opinions.</param>
/// <param name="TextsPerSecond">The best of the timed rounds, in seconds of processor.</param>
public sealed record TextHearing(string Name, IReadOnlyList<double> Scores, IReadOnlyList<int> Polarities, IReadOnlyList<bool>? Mixed, double TextsPerSecond);
