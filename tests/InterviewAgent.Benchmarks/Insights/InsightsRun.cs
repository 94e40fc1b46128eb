using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Analysis;

namespace InterviewAgent.Benchmarks.Insights;

/// <summary>
/// <c>-- insights [--accounts 10000]</c>: what one new interview costs at 100, at 1,000 and at so many accounts, in turn, so that whatever else the
/// machine does falls on all of them alike; a rebuild of the largest; and whether both come to the same. Not a BenchmarkDotNet run: what is
/// measured writes, and each store is made once.
/// </summary>
internal static class InsightsRun
{
    private const int WarmUp = 60, Updates = 300;

    public static async Task<int> Run(int accounts)
    {
        var said = SaidInterviews.Code(BuiltInCoder.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));
        List<AccountStore> stores = [.. new[] { 100, 1_000 }.Where(size => size < accounts).Append(accounts).Select(size => new AccountStore(size))];
        try
        {
            foreach (var store in stores)
            {
                var watch = Stopwatch.StartNew();
                await store.Generate(said);
                var made = watch.Elapsed;
                await store.Sweep();
                Say($"{store.Accounts} accounts, {store.Accounts * 8} interviews: generated in {made.TotalSeconds:0} s, read for the first time in {(watch.Elapsed - made).TotalSeconds:0} s, {store.Megabytes:0} MB");
            }
            await Update(stores);
            stores.ForEach(store => store.StopGenerating());
            return await Rebuild(stores[^1], transcripts: false) && await Rebuild(stores[^1], transcripts: true) ? 0 : 1;
        }
        finally
        {
            stores.ForEach(store => store.Dispose());
        }
    }

    /// <summary>From the mark of one new interview to the stored reading, flags and themes of its account.</summary>
    private static async Task Update(List<AccountStore> stores)
    {
        var times = stores.ConvertAll(_ => new List<double>());
        var most = Math.Min(Updates, stores[0].Accounts * 4 - WarmUp - 1);
        for (var n = 0; n < WarmUp + most; n++)
        {
            foreach (var (store, taken) in stores.Zip(times))
            {
                store.HearOneMore();
                var watch = Stopwatch.StartNew();
                await store.Sweep();
                if (n >= WarmUp)
                {
                    taken.Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }
        foreach (var (store, taken) in stores.Zip(times))
        {
            taken.Sort();
            Say($"{store.Accounts} accounts, one new interview: median {taken[most / 2]:0.0} ms, p90 {taken[most * 9 / 10]:0.0} ms, p99 {taken[most * 99 / 100]:0.0} ms ({most} updates; median {taken[most / 2] / times[0][most / 2]:0.00} of the smallest's)");
        }
    }

    private static async Task<bool> Rebuild(AccountStore store, bool transcripts)
    {
        GC.Collect();
        var (watch, before, peak) = (Stopwatch.StartNew(), Environment.WorkingSet, 0L);
        var report = await store.Rebuild.Run(transcripts, resume: false, (_, _) => peak = Math.Max(peak, Environment.WorkingSet));
        var verdict = report.IsIdentical ? "identical, nothing differed" : FormattableString.Invariant(
            $"DIFFERENT: {report.Interviews} codings, {report.Readings} readings, {report.Flags} flags, {report.Themes} accounts' themes, {report.Sums} sums");
        Say($"rebuild from the {(transcripts ? "transcripts" : "findings")}: {report.Accounts} accounts in {watch.Elapsed.TotalSeconds:0} s, {report.Accounts / watch.Elapsed.TotalSeconds:0} a second; process {before / 1e6:0} MB before, at most {peak / 1e6:0} MB; {verdict}");
        return report.IsIdentical;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
