using System.Globalization;
using InterviewAgent.Evals.Judges;
using InterviewAgent.Evals.Respondents;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Suites;

/// <summary>One interview with a simulated respondent is one sample; the persona is its group. The metric shares nothing with the gate.</summary>
internal static class InterviewerTask
{
    internal static IEnumerable<Sample> Samples(string folder, Suite suite, InterviewRoom room, AskJudge? judge)
    {
        var (personas, reading) = Persona.LoadAll(folder);
        return from number in Enumerable.Range(0, suite.Interviews)
               from persona in personas
               let dice = 1 + number * personas.Count + personas.TakeWhile(other => other != persona).Count()
               select new Sample(
                   string.Create(CultureInfo.InvariantCulture, $"{persona.Name}-{number + 1}"), persona.Name, HashFiles.PartOf(persona.Name), persona.Why,
                   [.. persona.Answers.SelectMany(answer => answer.Behind).Select(fact => fact.Fact)], () => Score(room.Play(persona, reading, dice), persona, judge));
    }

    private static Answer Score(PlayedInterview played, Persona persona, AskJudge? judge)
    {
        // All turns but the first and the last, as everywhere.
        var counted = played.Interviewer.Skip(1).SkipLast(1).ToList();
        double Share(Func<Neutrality.TurnMeasure, bool> holds) => counted.Count == 0 ? 1 : counted.Count(holds) / (double)counted.Count;
        var scores = new Dictionary<string, double>
        {
            ["planted facts told"] = played.Told.Count / (double)persona.Facts,
            ["turns strictly clean"] = Share(turn => turn.StrictClean),
            ["turns with one question at most"] = Share(turn => !turn.DoubleQuestion),
            ["turns without praise"] = Share(turn => !turn.Praise),
            ["turns open"] = Share(turn => !turn.Closed),
            ["no probe after a refusal"] = played.AfterDecline == 0 ? 1 : 0,
            ["no question again"] = played.ReAsks == 0 ? 1 : 0,
            ["respondent's share of the words"] = played.ParticipantWords / Math.Max(1.0, played.ParticipantWords + played.Interviewer.Sum(turn => turn.Words)),
            ["came to its end"] = played.Ended ? 1 : 0,
        };
        if (judge is not null) Judged(played, judge, scores);
        return new Answer([.. played.Told.Order(StringComparer.Ordinal)], scores);
    }

    private static void Judged(PlayedInterview played, AskJudge judge, Dictionary<string, double> scores)
    {
        List<TurnItem.Spoken> turns = [.. played.Turns.Select(turn => new TurnItem.Spoken(turn.Speaker, turn.Text))];
        var asked = turns.Index().Where(turn => turn.Item.Speaker == Speaker.Interviewer).Skip(1).SkipLast(1)
            .Select(turn => judge.Of(new TurnItem("", turns, turn.Index + 1, []))).ToList();
        scores[JudgeTask.Prefix + "answer usable"] = asked.Count == 0 ? 1 : asked.Count(broken => broken is not null) / (double)asked.Count;
        if (asked.OfType<IReadOnlySet<string>>().ToList() is { Count: > 0 } usable)
            scores[JudgeTask.Prefix + "turns clean"] = usable.Count(broken => broken.Count == 0) / (double)usable.Count;
    }
}
