using System.Globalization;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Runs;

/// <summary>Items that were asked several times.</summary>
public static class Repeated
{
    private const char Mark = '~';

    /// <summary>The first keeps the item's own id.</summary>
    internal static string Id(string id, int time) => time == 1 ? id : id + Mark + time.ToString(CultureInfo.InvariantCulture);

    /// <summary>For k from 1 to the repeats: the chance that k fresh repeats of an item are all entirely right, over all items.</summary>
    public static IReadOnlyList<double> PassAll(EvalRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var repeats = run.Header.Repeats;
        if (repeats < 2) return [];
        var items = run.Items.GroupBy(item => Plain(item.Id), StringComparer.Ordinal).Where(item => item.Count() == repeats)
            .Select(item => item.Count(one => one.Right)).ToList();
        return items.Count == 0 ? [] : [.. Enumerable.Range(1, repeats).Select(k => items.Average(passed => PassK.All(passed, repeats, k)))];
    }

    private static string Plain(string id) => id.LastIndexOf(Mark) is var at and > 0 ? id[..at] : id;
}
