using System.CommandLine;
using System.Globalization;
using InterviewAgent.Privacy.Totals;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Totals;

/// <summary><c>interview-agent totals measure</c>: how much of what was said the counts tell, if some kept theirs to totals.</summary>
internal static class MeasureCommand
{
    private const int Weeks = 12, Draws = 20, Seed = 20261122;
    private static readonly double[] Shares = [0, 0.05, 0.1, 0.2, 0.3];

    public static Command Create()
    {
        var json = Json.Option();
        Command command = new("measure", $"Cells of the counts (code, view and each of {Weeks} weeks) that stay visible, as the store is and if people drawn at random kept all of theirs to totals.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var voices = await scope.ServiceProvider.GetRequiredService<LoadCountedVoices>().All(cancellation);
            if (voices.Count == 0)
            {
                throw new BadInputException("totals measure", "nobody has been heard yet", "Import accounts and hold interviews, or try it with: interview-agent demo load evals/sets/demo");
            }
            var output = parsed.InvocationConfiguration.Output;
            var last = voices.Max(voice => voice.Heard);
            List<DateOnly> mondays = [.. Enumerable.Range(0, Weeks).Select(back => last.AddDays(7 - (((int)last.DayOfWeek + 6) % 7) - (7 * back))).Order()];
            foreach (var share in Shares)
            {
                var views = Drawn(voices, mondays, share);
                if (parsed.GetValue(json))
                {
                    Json.Write(output, new { share, draws = share == 0 ? 1 : Draws, views });
                    continue;
                }
                await output.WriteLineAsync(share == 0 ? "As the store is" : string.Create(CultureInfo.InvariantCulture, $"If {share:P0} of the people kept theirs to totals ({Draws} draws)"));
                foreach (var view in views)
                {
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {view.View,-17} {view.Cells,8} cells   {100.0 * view.Shown / view.Cells,5:F1} % visible   {100.0 * view.Whole / view.Cells,5:F1} % count everybody"));
                }
            }
            return Exit.Ok;
        });
        return command;
    }

    /// <summary>Sums over the draws; what is kept in the store stays kept.</summary>
    private static IReadOnlyList<SuppressedView> Drawn(IReadOnlyList<CountedVoice> voices, List<DateOnly> mondays, double share)
    {
        Random random = new(Seed);
        List<Guid> people = [.. voices.Select(voice => voice.Person).Distinct().Order()];
        var runs = Enumerable.Range(0, share == 0 ? 1 : Draws).Select(_ =>
        {
            var kept = people.Where(_ => random.NextDouble() < share).ToHashSet();
            return MeasureSuppression.Of([.. voices.Select(voice => voice with { IsKept = voice.IsKept || kept.Contains(voice.Person) })], mondays);
        }).SelectMany(views => views).GroupBy(view => view.View)
            .Select(view => new SuppressedView(view.Key, view.Sum(one => one.Cells), view.Sum(one => one.Shown), view.Sum(one => one.Whole))).ToList();
        return [.. runs, new SuppressedView("all", runs.Sum(view => view.Cells), runs.Sum(view => view.Shown), runs.Sum(view => view.Whole))];
    }
}
