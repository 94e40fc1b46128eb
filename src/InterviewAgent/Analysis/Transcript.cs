using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Analysis;

/// <summary>What a coder reads: one interview, without anything that was not said in it.</summary>
public sealed record Transcript(string Id, Role Role, Checkpoint Checkpoint, IReadOnlyList<TranscriptTurn> Turns);

/// <summary>One turn; <paramref name="N"/> is its number in the record, not its index.</summary>
public sealed record TranscriptTurn(int N, Speaker Speaker, string Text);
