using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Evals.Suites;

/// <summary>What suites and judges ask: the models that the settings name, or recordings of one, on a store that is thrown away.</summary>
public sealed class SuiteModel : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string? folder;
    private readonly Dictionary<ModelRole, AskConfigured> asked = [];

    private SuiteModel(ServiceProvider services, string? folder) => (this.services, this.folder) = (services, folder);

    /// <param name="product">Is disposed with this.</param>
    public static SuiteModel Configured(ServiceProvider product) => new(product, folder: null);

    /// <summary>Strict replay: a request that was never recorded ends everything.</summary>
    /// <exception cref="BadInputException">There is no such folder.</exception>
    public static async Task<SuiteModel> OnRecordings(string recordings, string model, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(recordings)) throw new BadInputException(recordings, "there are no recordings", "Name a folder of evals/recordings, or record into it.");
        return await With(cancellation, ("Provider", "recording"), ("Model", model), ("Recordings", Path.GetFullPath(recordings)));
    }

    /// <summary>The same settings for every role, on a store that is thrown away.</summary>
    internal static async Task<SuiteModel> With(CancellationToken cancellation, params (string Key, string Value)[] model)
    {
        var folder = Directory.CreateTempSubdirectory("interview-agent-replay-").FullName;
        var roles = Enum.GetNames<ModelRole>().SelectMany(role => model.Select(setting => new KeyValuePair<string, string?>($"LanguageModels:{role}:{setting.Key}", setting.Value)));
        var settings = new ConfigurationBuilder().AddInMemoryCollection([.. roles, new("Storage:Path", Path.Combine(folder, "replay.db"))]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(settings)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddStorage(settings).AddPrivacy(settings).AddLanguageModels(settings).BuildServiceProvider();
        await services.GetRequiredService<MigrateDatabase>().Run(cancellation);
        return new SuiteModel(services, folder);
    }

    public string NameOf(ModelRole role)
    {
        var options = services.GetRequiredService<IOptions<LanguageModelsOptions>>().Value;
        return role switch { ModelRole.Interviewing => options.Interviewing.Model, ModelRole.Judging => options.Judging.Model, _ => options.Analysis.Model };
    }

    /// <summary>Calls, tokens and money of all roles so far.</summary>
    public Spent Spent => asked.Values.Aggregate(Spent.Nothing, (sum, one) => sum + one.Spent);

    /// <exception cref="BadInputException">The role has no model.</exception>
    public AskConfigured For(string who, ModelRole role)
    {
        if (asked.TryGetValue(role, out var known)) return known;
        var model = services.GetRequiredService<CallModel>();
        return model.IsConfigured(role)
            ? asked[role] = new AskConfigured(model, role)
            : throw NotConfigured(who, role);
    }

    internal static BadInputException NotConfigured(string who, ModelRole role) => new(
        who, $"it asks the model for {role.ToString().ToLowerInvariant()} and none is configured", $"Set LanguageModels:{role} in appsettings.json or the environment.");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }
}
