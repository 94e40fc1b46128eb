using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Analysis;
using InterviewAgent.Benchmarks.Insights;
using InterviewAgent.Privacy;

namespace InterviewAgent.Benchmarks.Load;

/// <summary>
/// <c>-- load [--accounts 2000] [--requests 200] [--keep FOLDER] [--only PAGE]</c>: the published server over a small and a large store, every page asked for by a leader
/// and by a manager, the stores in turn so that whatever else the machine does falls on both. Stores in a kept folder are made once.
/// <c>--postgres CONNECTION [--copies 10]</c>: the large one so many times over in an empty PostgreSQL database, and that alone; one that was filled before is measured as it is.
/// </summary>
internal static class LoadRun
{
    private const int Small = 200, FirstPort = 5571;

    public static async Task<int> Run(string[] args)
    {
        string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        int Number(string name, int usual) => int.Parse(Given(name) ?? usual.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var (accounts, requests, copies) = (Number("--accounts", 2000), Number("--requests", 200), Number("--copies", 10));
        var kept = Given("--keep");
        var folder = kept ?? Directory.CreateTempSubdirectory("interview-agent-load-").FullName;
        PortfolioStore Store(int size, IReadOnlyDictionary<string, string>? settings = null, int times = 1) =>
            new(Path.Combine(folder, $"{size}", "load.db"), size * times, settings);
        List<RunningServer> servers = [];
        List<PortfolioStore> stores = Given("--postgres") is null ? [.. new[] { Small, accounts }.Distinct().Select(size => Store(size))] : [Store(accounts)];
        try
        {
            foreach (var store in stores)
            {
                await Make(store);
            }
            if (Given("--postgres") is { } connection)
            {
                var large = Store(accounts, new Dictionary<string, string> { ["Storage:Provider"] = "PostgreSql", ["Storage:Connection"] = connection }, copies);
                await new CopyPortfolio(connection, stores[0].File).Run(large, copies);
                stores.Add(large);
                stores[0].Dispose();
                stores.RemoveAt(0);
            }
            foreach (var store in stores)
            {
                servers.Add(await RunningServer.Start(Server(), FirstPort + servers.Count, store.Settings
                    .ToDictionary(one => one.Key.Replace(":", "__", StringComparison.Ordinal), one => one.Value)
                    .Append(KeyValuePair.Create("Links__KeyFile", Path.Combine(Path.GetDirectoryName(store.File)!, "link-keys.json"))).ToDictionary()));
            }
            MeasurePages measure = new(stores, servers, requests, Given("--only"));
            await measure.Run("leader", ViewerRole.Leader, null);
            await measure.Run($"manager of {GeneratePortfolio.AccountsEach}", ViewerRole.Manager, GeneratePortfolio.OwnerOf(1));
            await MeasurePages.Update(stores[^1]);
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
            await store.Update();
            return;
        }
        var watch = Stopwatch.StartNew();
        await store.Generate(SaidInterviews.Code(BuiltInCoder.Load(Path.Combine(AppContext.BaseDirectory, "prompts"))));
        var made = watch.Elapsed;
        var report = await store.Check(transcripts: false);
        Say($"{store.Accounts} accounts, {store.Accounts * 8} interviews and more: made in {made.TotalSeconds:0} s, {store.Megabytes:0} MB; rebuild --check {(report.IsIdentical ? "identical" : $"DIFFERENT: {report.Readings} readings, {report.Flags} flags, {report.Themes} themes, {report.Sums} sums, {report.Summaries} summaries")} in {(watch.Elapsed - made).TotalSeconds:0} s");
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

    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
