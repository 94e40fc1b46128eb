using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Respondents;

/// <summary>How far the reading moves when the interviewer's words are slanted: the bias sensitivity of one version of the prompts.</summary>
/// <param name="Prompts">Hash of the prompts folder.</param>
/// <param name="Interviews">Neutral interviews, each held again twice for every decoy.</param>
public sealed record DecoyReport(string Prompts, double GivesWay, int Interviews, IReadOnlyList<DecoyRow> Decoys);

/// <param name="Slanted">Slanted turns that were heard.</param>
/// <param name="Stopped">Of these, turns that the gate would not have shown.</param>
/// <param name="WordsAlone">The respondent gives way to none: whatever moves here, the coder took from the interviewer.</param>
public sealed record DecoyRow(string Id, string Leans, int Slanted, int Stopped, ReadingShift WordsAlone, ReadingShift GivingWay);

/// <summary>Slanted less neutral, by persona.</summary>
/// <param name="Tone">Mean of the answers, -2 to 2.</param>
/// <param name="Frictions">Frictions and drifts found in an interview.</param>
/// <param name="Evidence">Evidence and commitments found in an interview.</param>
/// <param name="Told">Share of planted facts, 0 to 1.</param>
public sealed record ReadingShift(ClusterDifference Tone, ClusterDifference Frictions, ClusterDifference Evidence, ClusterDifference Told);
