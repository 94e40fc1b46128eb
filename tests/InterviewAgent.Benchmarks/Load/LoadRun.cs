using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Analysis;
using InterviewAgent.Benchmarks.Insights;
using InterviewAgent.Privacy;

namespace InterviewAgent.Benchmarks.Load;

/// <summary>
/// <c>-- load [--accounts 2000] [--requests 200] [--keep FOLDER] [--only PAGE]</c>: the published server over a small and a large store, every page asked for by a leader
/// and by a manager, the stores in turn so that whatever else the machine does falls on both. Stores in a kept folder are made once.
/// </summary>
internal static class LoadRun
{
    private const int Small = 200, WarmUp = 12, FirstPort = 5571;

    public static async Task<int> Run(string[] args)
    {
        string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var accounts = int.Parse(Given("--accounts") ?? "2000", CultureInfo.InvariantCulture);
        var requests = int.Parse(Given("--requests") ?? "200", CultureInfo.InvariantCulture);
        var kept = Given("--keep");
        var folder = kept ?? Directory.CreateTempSubdirectory("interview-agent-load-").FullName;
        List<RunningServer> servers = [];
        List<PortfolioStore> stores = [.. new[] { Small, accounts }.Distinct().Select(size => new PortfolioStore(Path.Combine(folder, $"{size}", "load.db"), size))];
        try
        {
            foreach (var store in stores)
            {
                await Make(store);
                servers.Add(await RunningServer.Start(Server(), FirstPort + servers.Count, new Dictionary<string, string>
                {
                    ["Storage__Path"] = store.File, ["Links__KeyFile"] = Path.Combine(Path.GetDirectoryName(store.File)!, "link-keys.json"),
                }));
            }
            await Measure("leader", ViewerRole.Leader, null, stores, servers, requests, Given("--only"));
            await Measure("manager of 80", ViewerRole.Manager, GeneratePortfolio.OwnerOf(1), stores, servers, requests, Given("--only"));
            return 0;
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
            stores.ForEach(store => store.Dispose());
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task Make(PortfolioStore store)
    {
        if (File.Exists(store.File))
        {
            return;
        }
        var watch = Stopwatch.StartNew();
        await store.Generate(SaidInterviews.Code(BuiltInCoder.Load(Path.Combine(AppContext.BaseDirectory, "prompts"))));
        var made = watch.Elapsed;
        var report = await store.Check(transcripts: false);
        Say($"{store.Accounts} accounts, {store.Accounts * 8} interviews and more: made in {made.TotalSeconds:0} s, {store.Megabytes:0} MB; rebuild --check {(report.IsIdentical ? "identical" : $"DIFFERENT: {report.Readings} readings, {report.Flags} flags, {report.Themes} themes, {report.Sums} sums")} in {(watch.Elapsed - made).TotalSeconds:0} s");
    }

    private static async Task Measure(
        string who, ViewerRole role, string? owner, List<PortfolioStore> stores, List<RunningServer> servers, int requests, string? only)
    {
        List<HttpClient> clients = [];
        List<IReadOnlyList<Pages>> pages = [];
        foreach (var (store, server) in stores.Zip(servers))
        {
            clients.Add(await server.SignIn(store, who, role, owner));
            pages.Add(await Pages.Of(store, owner));
        }
        Say($"{who}, ms at {string.Join(" and ", stores.Select(store => store.Accounts))} accounts: median and p95 to the first byte, p95 to the last; ratio of medians and of p95; {requests} requests each, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        for (var page = 0; page < pages[0].Count; page++)
        {
            if (only is not null && !pages[0][page].Name.StartsWith(only, StringComparison.Ordinal))
            {
                continue;
            }
            var times = stores.ConvertAll(_ => new List<(double First, double Last)>());
            for (var n = -WarmUp; n < requests; n++)
            {
                for (var store = 0; store < stores.Count; store++)
                {
                    var one = await Ask(clients[store], pages[store][page].At(n + WarmUp));
                    if (n >= 0)
                    {
                        times[store].Add(one);
                    }
                }
            }
            var figures = times.ConvertAll(all => (Median: At(all.ConvertAll(one => one.First), 0.5), P95: At(all.ConvertAll(one => one.First), 0.95), Last: At(all.ConvertAll(one => one.Last), 0.95)));
            Say($"{pages[0][page].Name,-22} {string.Join("  ", figures.Select(figure => FormattableString.Invariant($"{figure.Median,7:0.0} {figure.P95,7:0.0} {figure.Last,7:0.0}")))}  {figures[^1].Median / figures[0].Median,5:0.00} {figures[^1].P95 / figures[0].P95,5:0.00}");
        }
        clients.ForEach(client => client.Dispose());
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

    /// <summary>The server beside this tool, as its own project builds it.</summary>
    private static string Server()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "InterviewAgent.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("Run it from the repository.");
        }
        var dll = Path.Combine(root.FullName, "src", "InterviewAgent.Web", "bin", "Release", "net10.0", "InterviewAgent.Web.dll");
        return File.Exists(dll) ? dll : throw new InvalidOperationException("Build the server first: dotnet build -c Release src/InterviewAgent.Web");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
