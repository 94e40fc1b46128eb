using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;

namespace InterviewAgent.Analysis;

/// <summary>
/// What a coder found, for those who watch the product run. An interview is coded in the trace of its last answer; a finding that rests on
/// an earlier one is a span of that answer's own trace, linked to the coding: so each answer's trace ends at what it caused.
/// </summary>
internal static class TellFindings
{
    public static void Of(InterviewAgentDb db, Interview interview, string coder)
    {
        Figures.Coded.Count(1, ("coder", coder), ("outcome", "done"));
        if (!Spans.AreHeard)
        {
            return;
        }
        Spans.Tag("interview.id", interview.Id.ToString());
        Spans.Tag("coder", coder);
        var turns = interview.Turns.ToDictionary(turn => turn.Id, turn => turn.TraceParent);
        var found = db.Findings.Local.Where(finding => finding.InterviewId == interview.Id && finding.Origin == coder).ToList();
        Spans.Tag("findings", found.Count);
        var coding = Spans.Here;
        foreach (var finding in found)
        {
            var answer = finding.Quotes.Select(quote => turns.GetValueOrDefault(quote.TurnId)).FirstOrDefault(trace => trace is not null);
            using var span = Spans.GoOn("find", answer, others: [coding]);
            span?.SetTag("finding.id", finding.Id.ToString()).SetTag("finding.code", finding.Code).SetTag("interview.id", interview.Id.ToString());
        }
    }
}
