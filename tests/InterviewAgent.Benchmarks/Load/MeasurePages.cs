using System.Diagnostics;
using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Benchmarks.Load;

/// <summary>
/// Asks for pages and says what they took: milliseconds to the first byte and to the last as a browser sees them, and of the server's processor, which does
/// not grow with what else the machine does.
/// </summary>
internal sealed class MeasurePages(List<PortfolioStore> stores, List<RunningServer> servers, int requests, string? only)
{
    private const int WarmUp = 60, Updates = 200;

    public async Task Run(string who, ViewerRole role, string? owner)
    {
        List<HttpClient> clients = [];
        List<IReadOnlyList<Pages>> pages = [];
        foreach (var (store, server) in stores.Zip(servers))
        {
            clients.Add(await server.SignIn(store, who, role, owner));
            pages.Add(await Pages.Of(store, owner));
        }
        LoadRun.Say($"{who}, at {string.Join(" and ", stores.Select(store => store.Accounts))} accounts: ms, median and p95 to the first byte, p95 to the last, processor of the server a request; ratios of median, p95 and processor; {requests} requests each, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        for (var page = 0; page < pages[0].Count; page++)
        {
            if (only is null || pages[0][page].Name.StartsWith(only, StringComparison.Ordinal))
            {
                await One(pages.ConvertAll(all => all[page]), clients);
            }
        }
        clients.ForEach(client => client.Dispose());
    }

    private async Task One(List<Pages> page, List<HttpClient> clients)
    {
        var times = stores.ConvertAll(_ => new List<(double First, double Last)>());
        List<double> used = [];
        for (var n = -WarmUp; n < requests; n++)
        {
            used = n == 0 ? servers.ConvertAll(server => server.Seconds) : used;
            for (var store = 0; store < stores.Count; store++)
            {
                var one = await Ask(clients[store], page[store].At(n + WarmUp));
                if (n >= 0)
                {
                    times[store].Add(one);
                }
            }
        }
        var figures = times.Select((all, store) => (
            Median: At(all.ConvertAll(one => one.First), 0.5), P95: At(all.ConvertAll(one => one.First), 0.95), Last: At(all.ConvertAll(one => one.Last), 0.95),
            Used: (servers[store].Seconds - used[store]) * 1000 / requests)).ToList();
        LoadRun.Say($"{page[0].Name,-22} {string.Join("  ", figures.Select(figure => FormattableString.Invariant($"{figure.Median,7:0.0} {figure.P95,7:0.0} {figure.Last,7:0.0} {figure.Used,6:0.0}")))}  {figures[^1].Median / figures[0].Median,5:0.00} {figures[^1].P95 / figures[0].P95,5:0.00} {figures[^1].Used / figures[0].Used,5:0.00}");
    }

    /// <summary>From the mark of one changed account to its stored reading, flags, themes and summary.</summary>
    public static async Task Update(PortfolioStore store)
    {
        List<Guid> accounts = [];
        await store.With(async scope => accounts = await ((InterviewAgentDb)scope.GetService(typeof(InterviewAgentDb))!).Accounts
            .OrderBy(account => account.Id).Select(account => account.Id).Take(Updates + WarmUp).ToListAsync());
        List<double> taken = [];
        foreach (var account in accounts)
        {
            await store.With(async scope =>
            {
                var db = (InterviewAgentDb)scope.GetService(typeof(InterviewAgentDb))!;
                OutdatedAccount.Mark(db, account);
                await db.SaveChangesAsync();
            });
            var watch = Stopwatch.StartNew();
            await store.With(scope => ((ReadVoices)scope.GetService(typeof(ReadVoices))!).Run(default));
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        taken.RemoveRange(0, Math.Min(WarmUp, taken.Count - 1));
        LoadRun.Say($"{"one account read again",-22} {At(taken, 0.5),7:0.0} {At(taken, 0.95),7:0.0}");
    }

    private static async Task<(double First, double Last)> Ask(HttpClient client, string address)
    {
        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        var first = watch.Elapsed.TotalMilliseconds;
        await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? (first, watch.Elapsed.TotalMilliseconds) : throw new InvalidOperationException($"{address}: {(int)response.StatusCode}");
    }

    private static double At(List<double> times, double share)
    {
        times.Sort();
        return times[(int)(share * (times.Count - 1))];
    }
}
