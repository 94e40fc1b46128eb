using InterviewAgent.LanguageModels;
using InterviewAgent.LanguageModels.Budget;
using InterviewAgent.LanguageModels.Check;
using InterviewAgent.LanguageModels.Connections;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Interviewing;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.LanguageModels;

/// <summary>A fake server, a store, and <see cref="CallModel"/> between them, for one provider kind.</summary>
internal sealed class ModelSetting : IAsyncDisposable
{
    public static readonly AnswerSchema Question = AnswerSchema.Parse("question", """
        {"type":"object","properties":{"question":{"type":"string"},"covered":{"type":"array","items":{"type":"string","enum":["topic","probe"]}}},
         "required":["question","covered"],"additionalProperties":false}
        """);

    private readonly TestDatabase database = new();
    private readonly ModelConnections connections;
    private readonly DailyBudget budget;

    private ModelSetting(FakeModelServer server, LanguageModelsOptions settings)
    {
        Server = server;
        var options = Options.Create(settings);
        connections = new ModelConnections(options, TimeProvider.System);
        budget = new DailyBudget(database, options, TimeProvider.System);
        Model = new CallModel(connections, budget, Redactor.Load(Gate.Prompts), new WriteModelCall(database), TimeProvider.System, options,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<CallModel>.Instance);
        Check = new CheckModels(Model, options);
    }

    public CheckModels Check { get; }
    public FakeModelServer Server { get; }
    public CallModel Model { get; }

    /// <param name="provider">"openai", "azure-openai" or "openai-compatible", all against the same server.</param>
    public static async Task<ModelSetting> Of(string provider, Action<ModelOptions>? change = null, Action<LanguageModelsOptions>? changeAll = null)
    {
        var server = await FakeModelServer.Start();
        var settings = new LanguageModelsOptions();
        var model = settings.Interviewing;
        model.Provider = provider;
        model.Endpoint = provider == "azure-openai" ? server.Address : server.V1;
        model.Model = "small";
        model.ApiKey = "test-key";
        change?.Invoke(model);
        changeAll?.Invoke(settings);
        return new ModelSetting(server, settings);
    }

    public Task<ModelOutcome> Ask(AnswerSchema? schema = null, TimeSpan? within = null, string said = "We plan twice a week.", ModelSubject? subject = null, bool ofSeveral = false) =>
        Model.Ask(new ModelRequest
        {
            Role = ModelRole.Interviewing,
            Prompt = new PromptIdentity("word-a-move", "00"),
            Messages = [ModelMessage.System("Word one open question."), ModelMessage.User(said)],
            Schema = schema,
            Within = within ?? TimeSpan.FromSeconds(10),
            Subject = subject ?? new ModelSubject(),
            OfSeveral = ofSeveral,
        });

    public InterviewAgentDb Db() => database.Open();

    public async Task<ModelCall> Row(ModelOutcome outcome)
    {
        await using var db = database.Open();
        return await db.ModelCalls.SingleAsync(call => call.Id == outcome.CallId);
    }

    public async ValueTask DisposeAsync()
    {
        connections.Dispose();
        budget.Dispose();
        await Server.DisposeAsync();
        database.Dispose();
    }
}
