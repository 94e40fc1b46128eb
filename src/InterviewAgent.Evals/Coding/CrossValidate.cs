using System.Text.Json;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Journeys;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Coding;

/// <summary>Each account coded and read by a coder fitted on the other folds' accounts: what the coder is like on an account it never saw.</summary>
public static class CrossValidate
{
    /// <param name="lines">One account journey a line, with its labels.</param>
    /// <param name="fit">Fits a coder on some of the journeys.</param>
    /// <param name="share">The share of the other folds' accounts to fit on, for a learning curve.</param>
    public static async Task<List<LabelledJourney>> Run(
        IReadOnlyList<string> lines, int folds, Func<IReadOnlyList<LabelledJourney>, BuiltInCoder> fit, double share, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(fit);
        var journeys = lines.Select(LabelledJourney.Parse).ToList();
        var found = new List<LabelledJourney>();
        for (var fold = 0; fold < folds; fold++)
        {
            var others = journeys.Where((_, i) => i % folds != fold).ToList();
            var coder = fit([.. others.Where((_, i) => i * 7919 % others.Count < share * others.Count)]);
            found.AddRange(await Analyse(coder, lines.Where((_, i) => i % folds == fold), cancellation));
        }
        return found;
    }

    /// <summary>What <c>interview-agent analyze</c> writes of these journeys, read back.</summary>
    public static async Task<List<LabelledJourney>> Analyse(BuiltInCoder coder, IEnumerable<string> lines, CancellationToken cancellation)
    {
        using var read = new StringReader(string.Join('\n', lines));
        await using var written = new StringWriter();
        await new AnalyseJourneys(coder, ReadJourney.Findings).Run(read, written, bad => throw new InvalidDataException(bad), cancellation);
        return [.. written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(LabelledJourney.Parse)];
    }
}
