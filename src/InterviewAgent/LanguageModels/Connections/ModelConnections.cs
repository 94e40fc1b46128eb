using InterviewAgent.LanguageModels.Providers;
using InterviewAgent.LanguageModels.Recording;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace InterviewAgent.LanguageModels.Connections;

/// <summary>The roles' connections, made when first used. Roles on the same model at the same address share its limits and its circuit.</summary>
internal sealed class ModelConnections(IOptions<LanguageModelsOptions> options, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<ModelRole, ModelConnection> open = [];
    private readonly Dictionary<(string, string, string), SharedLimits> limits = [];

    /// <summary>Either a connection, or the outcome that says why there is none.</summary>
    public (ModelConnection? Connection, ModelOutcome? Outcome) For(ModelRole role)
    {
        var model = options.Value.Of(role);
        if (model.Kind == ModelProvider.None)
        {
            return (null, new NotConfigured { Why = $"The role {role} has no provider." });
        }
        var key = ModelKey.Of(model);
        if (key.Length == 0 && ModelKey.IsNeeded(model))
        {
            return (null, new AuthFailed { Why = $"There is no key: set the environment variable {ModelProviders.KeyVariable(model)}." });
        }
        lock (gate)
        {
            if (!open.TryGetValue(role, out var connection))
            {
                open[role] = connection = new ModelConnection(Client(model, key), model, Limits(model), clock);
            }
            return (connection, null);
        }
    }

    private SharedLimits Limits(ModelOptions model)
    {
        var line = Line(model);
        if (!limits.TryGetValue(line, out var shared))
        {
            limits[line] = shared = SharedLimits.Of([.. Enum.GetValues<ModelRole>().Select(options.Value.Of).Where(other => Line(other) == line)], clock);
        }
        return shared;
    }

    private static (string, string, string) Line(ModelOptions model) => (model.Provider, model.Endpoint, model.Model);

    private static IChatClient Client(ModelOptions model, string key) => model switch
    {
        { Kind: ModelProvider.Recording } => new ReplayChatClient(new RecordingFolder(model.Recordings), model),
        { Recordings.Length: > 0 } => new RecordingChatClient(ConnectProvider.Open(model, key), new RecordingFolder(model.Recordings), model),
        _ => ConnectProvider.Open(model, key),
    };

    public void Dispose()
    {
        foreach (var connection in open.Values)
        {
            connection.Dispose();
        }
        foreach (var shared in limits.Values)
        {
            shared.Dispose();
        }
    }
}
