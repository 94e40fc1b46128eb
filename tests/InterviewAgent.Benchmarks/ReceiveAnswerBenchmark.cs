using BenchmarkDotNet.Attributes;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Benchmarks;

/// <summary>One answer in the middle of an interview to its stored reply, on a SQLite file with durable commits. Target: median under 10 ms.</summary>
[MemoryDiagnoser]
public class ReceiveAnswerBenchmark
{
    private const string Answer = "Last week we had to plan twice, mostly in my own sheet, and then copy it over by hand.";
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-benchmark-").FullName;
    private ServiceProvider services = null!;
    private Guid interviewId;
    private int messages;

    [GlobalSetup]
    public async Task Migrate()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", Path.Combine(folder, "benchmark.db"))]).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddInterviewAgent(settings).BuildServiceProvider();
        await services.GetRequiredService<MigrateDatabase>().Run();
        await Begin();
    }

    /// <summary>Six answers to an interview, so that what is measured is its middle and never an interview that is over.</summary>
    [Benchmark]
    public async Task<Reply> AnswerStoredAndReplied()
    {
        if (messages % 6 == 0)
            await Begin();
        return await Say(Answer + messages);
    }

    private async Task Begin()
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
        var account = new Account { ExternalId = Guid.CreateVersion7().ToString(), Name = "Vale Fibra", Product = "Rotara" };
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "1", Role = Role.EndUser });
        var checkIn = new CheckIn { AccountId = account.Id, RespondentId = account.Respondents[0].Id, Checkpoint = Checkpoint.Day30 };
        db.AddRange(account, checkIn);
        await db.SaveChangesAsync();
        interviewId = (await scope.ServiceProvider.GetRequiredService<OpenInterview>().For(checkIn.Id, "benchmark")).InterviewId;
        await Say("yes");
    }

    private async Task<Reply> Say(string text)
    {
        using var scope = services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<ReceiveAnswer>().Handle(interviewId, new IncomingMessage("m" + messages++, text));
    }

    [GlobalCleanup]
    public void Delete()
    {
        services.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
