using System.Collections.Concurrent;
using InterviewAgent.LanguageModels.Providers;
using Microsoft.Extensions.Options;

namespace InterviewAgent.LanguageModels.Connections;

/// <summary>The connections that the settings ask for, made when first used. Roles on the same model at the same address share one.</summary>
internal sealed class ModelConnections(IOptions<LanguageModelsOptions> options, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<(string, string, string), Lazy<ModelConnection>> open = new();

    /// <summary>Null: the role has no provider. An outcome: it has one that cannot be used.</summary>
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
        return (open.GetOrAdd((model.Provider, model.Endpoint, model.Model), _ => new(() => Open(model, key))).Value, null);
    }

    public void Dispose()
    {
        foreach (var connection in open.Values.Where(connection => connection.IsValueCreated))
        {
            connection.Value.Dispose();
        }
    }

    private ModelConnection Open(ModelOptions model, string key) => new(ConnectProvider.Open(model, key), model, clock);
}
