using InterviewAgent.Analysis;
using InterviewAgent.Evals.Coding;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Evals.Suites;

/// <summary>One interview of a labelled account journey is one sample; the account is its group.</summary>
internal static class CoderTask
{
    internal static IEnumerable<Sample> Samples(string folder, Func<BuiltInCoder> coder) =>
        from journey in ReadItems.Journeys(folder)
        from interview in journey.Interviews ?? []
        where interview.Gold is not null
        select new Sample(interview.Id, journey.Id, HashFiles.PartOf(journey.Id), Said(interview), Codes(interview.Gold!), () => Score(journey, interview, coder()));

    private static Answer Score(LabelledJourney journey, LabelledInterview interview, BuiltInCoder coder)
    {
        var alone = journey with { Interviews = [interview] };
        var found = CodeJourneys.With(coder, alone);
        var score = JourneyScorer.Score([alone], [found]);
        var (gold, got) = (interview.Gold!.Sentiment, found.Interviews![0].Findings!.Sentiment);
        var scores = new Dictionary<string, double>
        {
            ["codes present, F1"] = score.Micro is { Hits: 0, False: 0, Missed: 0 } ? 1 : score.Micro.F1,
        };
        if (score.QuoteOverlap is { } overlap) scores["quotes overlap"] = overlap;
        if (score.Verbatim is { } verbatim) scores["quotes verbatim"] = verbatim;
        if (gold is not null && got is not null) scores["sentiment near"] = 1 - Math.Abs(gold.Overall - got.Overall) / 4.0;
        return new Answer(Codes(found.Interviews[0].Findings!), scores);
    }

    private static List<string> Codes(InterviewLabels labels) => [.. labels.All().Select(label => label.Label.Code).Distinct()];

    private static string Said(LabelledInterview interview) =>
        string.Join("\n", interview.Turns.Select(turn => $"{(turn.Speaker == InterviewAgent.Interviewing.Speaker.Participant ? "P" : "I")}: {turn.Text}"));
}
