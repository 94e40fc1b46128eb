using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Respondents;

/// <summary>What came of the personas' interviews.</summary>
/// <param name="Elicited">Share of planted facts told, core questions alone before, with probes after; by persona.</param>
/// <param name="NotClean">The turns that the independent metric does not call strictly clean, most frequent first.</param>
public sealed record PersonaReport(
    PersonaFigures All, ClusterDifference Elicited, string Words, IReadOnlyList<PersonaRow> Personas, IReadOnlyList<string> NotClean);

public sealed record PersonaRow(PersonaFigures Figures, double CoreOnly, double WithProbes);

/// <summary>Counts over interviews with probes; shares from 0 to 1, by the metric that shares nothing with the gate.</summary>
/// <param name="CoreCoverage">Core questions asked, of those that the same interviews ask when nothing is probed.</param>
/// <param name="Ended">Share of interviews that reached their end.</param>
public sealed record PersonaFigures(
    string Name, int Interviews, long Turns, double? StrictClean, double? DoubleQuestions, double? TalkShare,
    int Probes, int Declines, int ProbesAfterDecline, int ReAsks, double CoreCoverage, double Ended)
{
    internal static PersonaFigures Of(string name, IReadOnlyCollection<PlayedInterview> interviews, IEnumerable<PlayedInterview> coreOnly)
    {
        var summary = new NeutralitySummary();
        foreach (var interview in interviews) summary.Add(interview.Interviewer, interview.ParticipantWords);
        var shares = summary.Shares();
        return new PersonaFigures(name, interviews.Count, shares.Turns, shares.StrictClean, shares.DoubleQuestions, shares.TalkShare,
            interviews.Sum(one => one.Probes), interviews.Sum(one => one.Declines),
            interviews.Sum(one => one.AfterDecline), interviews.Sum(one => one.ReAsks),
            interviews.Sum(one => one.Core) / Math.Max(1.0, coreOnly.Sum(one => one.Core)),
            interviews.Count == 0 ? 0 : interviews.Count(one => one.Ended) / (double)interviews.Count);
    }
}
