using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Jobs;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Tests.LanguageModels;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Interviewing.ModelWords;

/// <summary>An account with due people, the engine with a model on a real database, and a fake model server behind real HTTP.</summary>
internal sealed class ModelTalk : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly bool owned;
    private ServiceProvider services;
    private readonly Func<ServiceProvider> compose;
    private int messages;

    private ModelTalk(FakeModelServer server, TestDatabase database, bool owned, Func<ServiceProvider> compose) =>
        (Server, this.database, this.owned, this.compose, services) = (server, database, owned, compose, compose());

    public FakeModelServer Server { get; }
    public CheckIn CheckIn { get; private set; } = null!;
    public Guid InterviewId { get; private set; }
    public Reply Last { get; private set; } = null!;
    public InterviewAgentDb Db() => database.Open();

    public static async Task<ModelTalk> Begin(
        string provider = "openai", double turnSeconds = 30, FakeModelServer? shared = null, TestDatabase? store = null, Role role = Role.EndUser, int probes = 4, int circuitSeconds = 1)
    {
        var server = shared ?? await FakeModelServer.Start();
        if (shared is null)
            server.Otherwise = GoodModel.Reply;
        var database = store ?? new TestDatabase();
        var model = "LanguageModels:Interviewing:";
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [model + "Provider"] = provider, [model + "Model"] = "small", [model + "ApiKey"] = "test-key", [model + "MaxConcurrency"] = "64",
            [model + "Endpoint"] = provider == "azure-openai" ? server.Address : server.V1, [model + "Retries"] = "1", [model + "CircuitSeconds"] = circuitSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["LanguageModels:Analysis:Provider"] = provider, ["LanguageModels:Analysis:Model"] = "small", ["LanguageModels:Analysis:ApiKey"] = "test-key",
            ["LanguageModels:Analysis:Endpoint"] = provider == "azure-openai" ? server.Address : server.V1,
        }).Build();
        ServiceProvider Compose()
        {
            var collection = new ServiceCollection();
            collection.AddLogging(logging => logging.ClearProviders());
            collection.AddSingleton<TimeProvider>(TimeProvider.System);
            collection.AddSingleton<IDbContextFactory<InterviewAgentDb>>(database);
            collection.AddScoped(_ => database.Open());
            collection.AddSingleton(Options.Create(new InterviewingOptions
            {
                Vendor = "Contoso", EscalationContact = "Ana Reis", TurnSeconds = turnSeconds, Budget = new() { ProbesInAll = probes, Words = 2000 },
            }));
            collection.AddPrivacy(settings);
            collection.AddAnalysis(settings);
            collection.AddLanguageModels(settings);
            collection.AddInterviewEngine(Gate.Prompts);
            collection.AddScoped<FinishOwedReplies>();
            Loaded.AddTo(collection);
            return collection.BuildServiceProvider(validateScopes: true);
        }

        var talk = new ModelTalk(server, database, owned: shared is null, Compose);
        await talk.AddPerson(role);
        return talk;
    }

    /// <summary>As after a kill: what was kept in memory is gone, what is stored is there.</summary>
    public async Task Restart()
    {
        await services.DisposeAsync();
        services = compose();
    }

    private async Task AddPerson(Role role)
    {
        await using var db = database.Open();
        var account = new Account { ExternalId = Guid.NewGuid().ToString("N"), Name = "Vale Fibra", Product = "Rotara" };
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "p", Name = "Marta Quintela", Role = role });
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "q", Name = "Joost Verhage", Role = Role.Buyer });
        account.Promises.Add(new Promise { AccountId = account.Id, ExternalId = "1", Text = "Plan weekly", Workflow = "the weekly plan" });
        CheckIn = new CheckIn { AccountId = account.Id, RespondentId = account.Respondents[0].Id, Checkpoint = Checkpoint.Day30 };
        db.Add(account);
        db.Add(CheckIn);
        await db.SaveChangesAsync();
    }

    public async Task<Reply> Open()
    {
        await using var scope = services.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<OpenInterview>().For(CheckIn.Id, "terminal");
        InterviewId = opened.InterviewId;
        return Last = opened.Current;
    }

    /// <summary>Opened and agreed to; the first core question waits.</summary>
    public async Task<ModelTalk> Started()
    {
        await Open();
        await Say("Yes, start");
        return this;
    }

    public async Task<Reply> Say(string text, string? id = null)
    {
        await using var scope = services.CreateAsyncScope();
        return Last = await scope.ServiceProvider.GetRequiredService<ReceiveAnswer>().Handle(InterviewId, new IncomingMessage(id ?? $"m{++messages}", text));
    }

    /// <summary>Stored and acknowledged; the reply may be owed.</summary>
    public async Task<Received> Post(string text, string? id = null)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReceiveAnswer>().Receive(InterviewId, new IncomingMessage(id ?? $"m{++messages}", text));
    }

    public async Task<Reply> Finish()
    {
        await using var scope = services.CreateAsyncScope();
        return Last = await scope.ServiceProvider.GetRequiredService<FinishReply>().For(InterviewId);
    }

    public async Task<int> Sweep()
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FinishOwedReplies>().Run(CancellationToken.None);
    }

    /// <summary>Both codings of what has ended.</summary>
    public async Task Analyse()
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AnalyseInterviews>().Run(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<CodeWithModel>().Run(CancellationToken.None);
    }

    public async Task<IReadOnlyList<ShownBreach>> Recheck()
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecheckInterview>().Run(InterviewId);
    }

    public async Task<IReadOnlyList<Turn>> Turns()
    {
        await using var db = Db();
        return await db.Turns.Where(turn => turn.InterviewId == InterviewId).OrderBy(turn => turn.N).ToListAsync();
    }

    public async Task<IReadOnlyList<Draft>> Drafts(int turn)
    {
        await using var db = Db();
        return await db.Drafts.Where(draft => draft.InterviewId == InterviewId && draft.TurnN == turn).OrderBy(draft => draft.Id).ToListAsync();
    }

    public async Task<IReadOnlyList<ModelCall>> Calls()
    {
        await using var db = Db();
        return await db.ModelCalls.Where(call => call.InterviewId == InterviewId).OrderBy(call => call.At).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (owned)
        {
            await Server.DisposeAsync();
            database.Dispose();
        }
    }
}

/// <summary>Word lists, guides, prompts and the coder, read once for all tests of this kind.</summary>
internal static class Loaded
{
    private static readonly Lazy<ServiceProvider> Parts = new(() =>
    {
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(TimeProvider.System);
        var settings = new ConfigurationBuilder().Build();
        return collection.AddPrivacy(settings).AddAnalysis(settings).AddInterviewEngine(Gate.Prompts).AddSingleton(Gate.Real).BuildServiceProvider();
    });

    public static void AddTo(IServiceCollection collection)
    {
        Add<NeutralityGate>(collection);
        Add<InterviewAgent.Interviewing.Guides.GuideLibrary>(collection);
        Add<InterviewAgent.Interviewing.Intents.IntentLexicon>(collection);
        Add<InterviewAgent.Interviewing.Intents.LanguageDetector>(collection);
        Add<InterviewAgent.Interviewing.Moves.AssessAnswer>(collection);
        Add<InterviewAgent.Prompts.PromptLibrary>(collection);
        Add<BuiltInCoder>(collection);
        Add<NameOverlay>(collection);
    }

    private static void Add<T>(IServiceCollection collection) where T : class => collection.AddSingleton(Parts.Value.GetRequiredService<T>());
}
