using System.Globalization;
using System.Security.Cryptography;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Tests.LanguageModels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>
/// Interviews of twelve turns against a model server that fails in 30 % of its calls in every way there is, while the product's own server
/// dies by SIGKILL in between. <c>INTERVIEW_AGENT_FAULT_INTERVIEWS=500 dotnet test tests/InterviewAgent.Web.Tests --filter ModelFaultTests</c>
/// is the long run; the tests hold a few.
/// </summary>
public class ModelFaultTests(ITestOutputHelper output)
{
    private const int AtOnce = 8;
    private const int InterviewsPerKill = 20;

    private static readonly int Interviews =
        int.Parse(Environment.GetEnvironmentVariable("INTERVIEW_AGENT_FAULT_INTERVIEWS") ?? "6", CultureInfo.InvariantCulture);

    private static readonly string[] Says =
    [
        "We still make the plan in a spreadsheet, because half of the orders are missing in the export.", "On Monday I typed the routes over by hand.",
        "The drivers waited until ten, and dispatch phoned them one by one.", "Our manager asks for the old report every Friday, so I make both.",
        "It is a priority for everyone, and the leadership is aligned.", "Somebody from the warehouse sends the list at night.",
    ];

    [Fact]
    public async Task Every_interview_ends_nothing_is_lost_and_no_breach_is_shown_whatever_the_model_does()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5 + Interviews / 10.0));
        await using var model = await FakeModelServer.Start();
        model.Otherwise = FaultyModel.FailingIn(0.3, seed: 1);
        await using var server = new ServerProcess { Extra = Settings(model) };
        await server.Start(limit.Token);
        var links = await Invitations.Send(server, Interviews);
        var people = links.Select((link, number) => new Interviewee(link, number, Says)).ToList();

        var playing = Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = limit.Token },
            async (person, cancellation) => await person.Play(() => Task.CompletedTask, cancellation));
        var kills = await KillNowAndThen(server, people, playing, limit.Token);
        await playing;

        var stored = KillTests.CheckStore(server, people);
        Assert.All(people, person => Assert.True(person.Ended));
        output.WriteLine($"{people.Count} interviews to their end, {kills} kills, {stored} answers acknowledged and stored once.");
        await Measure(server, people);
        people.ForEach(person => person.Dispose());
    }

    private static async Task<int> KillNowAndThen(ServerProcess server, List<Interviewee> people, Task playing, CancellationToken cancellation)
    {
        var kills = 0;
        while (!playing.IsCompleted)
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(50, 300), cancellation);
            var ended = people.Count(person => person.Ended);
            if (ended < people.Count && ended + 2 >= (kills + 1) * Math.Min(InterviewsPerKill, 3 + Interviews / 10))
            {
                await server.Kill();
                await server.Start(cancellation);
                kills++;
            }
        }
        return kills;
    }

    /// <summary>What was shown and what it cost, read from the store alone.</summary>
    private async Task Measure(ServerProcess server, List<Interviewee> people)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(server.Settings).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddInterviewAgent(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var (db, recheck) = (scope.ServiceProvider.GetRequiredService<InterviewAgentDb>(), scope.ServiceProvider.GetRequiredService<RecheckInterview>());
        var interviews = await db.Interviews.Select(held => held.Id).ToListAsync();
        var breaches = 0;
        foreach (var id in interviews)
        {
            breaches += (await recheck.Run(id)).Count;
        }
        Assert.Equal(0, breaches);
        Assert.Equal(0, await db.Interviews.CountAsync(held => held.ReplyOwedSince != null));
        var turns = await db.Turns.CountAsync(turn => turn.Speaker == Speaker.Interviewer);
        var shown = await db.Drafts.Where(draft => draft.Shown).Select(draft => new { draft.InterviewId, draft.TurnN, draft.Source }).ToListAsync();
        var calls = await db.ModelCalls.Where(call => call.Role == LanguageModels.ModelRole.Interviewing)
            .Select(call => new { call.InterviewId, call.TurnN, call.Outcome, call.TokensIn, call.TokensCached }).ToListAsync();
        var asked = calls.Select(call => (call.InterviewId, call.TurnN)).ToHashSet();
        var worded = shown.Where(draft => asked.Contains((draft.InterviewId, draft.TurnN))).ToList();
        var templates = worded.Count(draft => draft.Source != "small");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{turns} interviewer turns ({(double)turns / interviews.Count:0.0} an interview), 0 blocking breaches shown; {calls.Count} calls: {(double)calls.Count / turns:0.00} a turn, {(double)calls.Count / Math.Max(1, asked.Count):0.00} a turn that a model words."));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{worded.Count} turns for which a model was asked: {templates} shown without its words ({100.0 * templates / Math.Max(1, worded.Count):0.0} %), going on to the next core question included."));
        output.WriteLine("Outcomes: " + string.Join(", ", calls.GroupBy(call => call.Outcome).OrderByDescending(same => same.Count()).Select(same => $"{same.Key} {same.Count()}")));
        var waited = people.SelectMany(person => person.Waited).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Waits for a reply, restarts included: median {waited[waited.Count / 2].TotalMilliseconds:0} ms, 95 % under {waited[waited.Count * 95 / 100].TotalSeconds:0.0} s, longest {waited[^1].TotalSeconds:0.0} s."));
    }

    private static Dictionary<string, string?> Settings(FakeModelServer model) => new()
    {
        ["LanguageModels:Interviewing:Provider"] = "openai-compatible", ["LanguageModels:Interviewing:Model"] = "small",
        ["LanguageModels:Interviewing:Endpoint"] = model.V1, ["LanguageModels:Interviewing:Retries"] = "1",
        ["LanguageModels:Interviewing:CircuitSeconds"] = "1", ["LanguageModels:Interviewing:MaxConcurrency"] = "32",
        ["Interviewing:Budget:Words"] = "2000",
    };
}
