using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Journeys;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>A labelled account beside what a coder heard that had not seen it.</summary>
public sealed record HeardApart(LabelledJourney Gold, AccountVoice Voice);

/// <summary>Cross-validation by account that keeps what the account's reading would see, readings of people included.</summary>
public static class HearApart
{
    /// <param name="lines">One account journey a line, with its labels.</param>
    /// <param name="fit">Fits a coder on some of the journeys.</param>
    /// <exception cref="InvalidDataException">A line that cannot be read.</exception>
    public static async Task<List<HeardApart>> Run(
        IReadOnlyList<string> lines, int folds, Func<IReadOnlyList<LabelledJourney>, BuiltInCoder> fit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(fit);
        var journeys = lines.Select(LabelledJourney.Parse).ToList();
        var heard = new List<HeardApart>();
        for (var fold = 0; fold < folds; fold++)
        {
            var coder = fit([.. journeys.Where((_, i) => i % folds != fold)]);
            var voices = await Voices(coder, lines.Where((_, i) => i % folds == fold), cancellation);
            heard.AddRange(voices.Zip(journeys.Where((_, i) => i % folds == fold), (voice, gold) => new HeardApart(gold, voice)));
        }
        return heard;
    }

    private static async Task<List<AccountVoice>> Voices(BuiltInCoder coder, IEnumerable<string> lines, CancellationToken cancellation)
    {
        var voices = new List<AccountVoice>();
        using var read = new StringReader(string.Join('\n', lines));
        await new AnalyseJourneys(coder, (journey, interviews) =>
        {
            voices.Add(ReadJourney.Voice(journey, interviews));
            return [];
        }).Run(read, TextWriter.Null, bad => throw new InvalidDataException(bad), cancellation);
        return voices;
    }
}
