using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Simulations;

/// <summary>What came of simulated interviews.</summary>
/// <param name="ByEnding">Interviews by how they ended: close, decline, deleted.</param>
/// <param name="Breaches">Shown turns that break a blocking rule; must be empty.</param>
/// <param name="Faults">Exceptions, interviews that did not end, answers lost or altered; must be empty.</param>
/// <param name="Neutrality">Of what was shown, by the metric that shares nothing with the gate.</param>
/// <param name="MostMessages">The longest interview, in messages of the respondent.</param>
public sealed record SimulationReport(
    int Interviews, int Messages, int ShownTurns, int Probes, IReadOnlyDictionary<string, int> ByEnding, int MostMessages, int MostProbes,
    IReadOnlyList<ShownBreach> Breaches, IReadOnlyList<string> Faults, NeutralityShares Neutrality, TimeSpan Took)
{
    public bool Passed => Breaches.Count == 0 && Faults.Count == 0;
}
