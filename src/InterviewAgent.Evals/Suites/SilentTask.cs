using System.Text.Json.Nodes;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Journeys;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Suites;

/// <summary>One account is one sample: coded and read as the product reads it, held against the labels of the account alone.</summary>
internal static class SilentTask
{
    internal static IEnumerable<Sample> Samples(string folder, Func<BuiltInCoder> coder) =>
        from record in ReadItems.Of<JsonObject>(Path.Combine(folder, "items.jsonl"))
        let labelled = LabelledJourney.Parse(record.ToJsonString())
        where labelled.Gold is not null
        select new Sample(labelled.Id, labelled.Id, HashFiles.PartOf(labelled.Id), Said(labelled), Labels(labelled.Gold!.SilentSufferer, labelled.Gold.AtRisk),
            () => Score(labelled.Gold!, record, coder()));

    private static Answer Score(AccountLabels gold, JsonObject record, BuiltInCoder coder)
    {
        var journey = JourneyLine.Parse(record.ToJsonString(), 1);
        var read = ReadJourney.Findings(journey, [.. journey.Interviews().Select(one => new CodedJourneyInterview(one.Json, one.Transcript, coder.Code(one.Transcript)))]);
        var (silent, risk) = (read["silentSufferer"]!.GetValue<bool>(), read["atRisk"]!.GetValue<bool>());
        return new Answer(Labels(silent, risk), new Dictionary<string, double>
        {
            [gold.SilentSufferer ? "silent sufferer found" : "no silent sufferer, left alone"] = silent == gold.SilentSufferer ? 1 : 0,
            ["at risk, right"] = risk == gold.AtRisk ? 1 : 0,
        });
    }

    private static List<string> Labels(bool silent, bool risk) => [.. new[] { silent ? "silent sufferer" : null, risk ? "at risk" : null }.OfType<string>()];

    private static string Said(LabelledJourney journey) =>
        string.Join("\n", (journey.Interviews ?? []).Select(interview => $"{interview.Participant.Role}: "
            + string.Join(" ", interview.Turns.Where(turn => turn.Speaker == Interviewing.Speaker.Participant).Select(turn => turn.Text))));
}
