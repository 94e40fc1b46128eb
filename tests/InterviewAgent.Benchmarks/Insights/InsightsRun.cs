using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Benchmarks.Insights;

/// <summary>
/// <c>-- insights --accounts 10000</c>: what one new interview costs at 100, 1,000 and so many accounts; a rebuild of all of them; and whether both
/// come to the same. Not a BenchmarkDotNet run: what is measured writes, and each store is made once.
/// </summary>
internal static class InsightsRun
{
    private const int Updates = 200;
    private static readonly int[] Sizes = [100, 1_000];

    public static async Task<int> Run(int accounts)
    {
        var folder = Directory.CreateTempSubdirectory("interview-agent-benchmark-").FullName;
        try
        {
            var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", Path.Combine(folder, "benchmark.db"))]).Build();
            await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddInterviewAgent(settings).BuildServiceProvider();
            await services.GetRequiredService<MigrateDatabase>().Run();
            var said = SaidInterviews.Code(services.GetRequiredService<BuiltInCoder>());
            using var generate = new GenerateAccounts(services.GetRequiredService<SqliteFile>().ConnectionString, said);
            var have = 0;
            foreach (var size in Sizes.Where(size => size < accounts).Append(accounts))
            {
                var watch = Stopwatch.StartNew();
                generate.Add(size - have);
                have = size;
                var made = watch.Elapsed;
                var first = await Sweep(services);
                Say($"{size} accounts, {size * 8} interviews: generated in {made.TotalSeconds:0} s, {first} read for the first time in {(watch.Elapsed - made).TotalSeconds:0} s, {new FileInfo(Path.Combine(folder, "benchmark.db")).Length / 1e6:0} MB");
                await Update(services, generate, size);
            }
            return await Rebuild(services);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One new interview of an account that is picked at random, from the mark to the stored reading, flags and themes.</summary>
    private static async Task Update(ServiceProvider services, GenerateAccounts generate, int size)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InterviewAgentDb>>().CreateDbContextAsync();
        var people = await db.Respondents.AsNoTracking().Where(person => !db.CheckIns.Any(checkIn => checkIn.RespondentId == person.Id && checkIn.Checkpoint == Checkpoint.Day90))
            .Select(person => new { person.Id, person.AccountId, person.Role }).ToListAsync();
        var random = new Random(size);
        List<double> times = [];
        for (var n = 0; n < Updates + 20; n++)
        {
            var index = random.Next(people.Count);
            var person = people[index];
            people.RemoveAt(index);
            generate.Another(person.AccountId, person.Id, person.Role);
            var watch = Stopwatch.StartNew();
            await Sweep(services);
            if (n >= 20) // The first ones warm up.
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }
        times.Sort();
        Say($"  one new interview: median {times[Updates / 2]:0.0} ms, p90 {times[Updates * 9 / 10]:0.0} ms, p99 {times[Updates * 99 / 100]:0.0} ms ({Updates} updates)");
    }

    private static async Task<int> Rebuild(ServiceProvider services)
    {
        var rebuild = services.GetRequiredService<RebuildInsights>();
        GC.Collect();
        foreach (var (transcripts, what) in new[] { (false, "from the findings"), (true, "from the transcripts") })
        {
            var watch = Stopwatch.StartNew();
            long peak = 0;
            var report = await rebuild.Run(transcripts, resume: false, (done, of) => peak = Math.Max(peak, GC.GetTotalMemory(false)));
            using var process = Process.GetCurrentProcess();
            var verdict = report.IsIdentical ? "identical: nothing differed" : FormattableString.Invariant(
                $"DIFFERENT: {report.Interviews} codings, {report.Readings} readings, {report.Flags} flags, {report.Themes} accounts' themes, {report.Sums} sums");
            Say($"rebuild {what}: {report.Accounts} accounts in {watch.Elapsed.TotalSeconds:0} s, managed memory at most {peak / 1e6:0} MB, process at most {process.PeakWorkingSet64 / 1e6:0} MB; {verdict}");
            if (!report.IsIdentical)
            {
                return 1;
            }
        }
        return 0;
    }

    private static async Task<int> Sweep(ServiceProvider services)
    {
        var all = 0;
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<ReadVoices>().Run(default) is not (> 0 and var read))
            {
                return all;
            }
            all += read;
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
