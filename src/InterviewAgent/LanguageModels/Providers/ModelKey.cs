using InterviewAgent.Settings;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.LanguageModels.Providers;

/// <summary>A key comes from the environment and from nowhere else.</summary>
internal static class ModelKey
{
    public static string Of(ModelOptions model) =>
        model.ApiKey.Length > 0 ? model.ApiKey
        : ModelProviders.KeyVariable(model) is { Length: > 0 } variable ? Environment.GetEnvironmentVariable(variable)?.Trim() ?? "" : "";

    public static bool IsNeeded(ModelOptions model) =>
        model is { EntraId: false, Kind: ModelProvider.OpenAI or ModelProvider.AzureOpenAI } or { EntraId: false, Kind: ModelProvider.Compatible, KeyVariable.Length: > 0 };

    /// <summary>Settings keys that a file sets although only the environment may.</summary>
    public static IEnumerable<string> InFiles(IConfiguration configuration) =>
        Enum.GetNames<ModelRole>().Select(role => $"LanguageModels:{role}:{nameof(ModelOptions.ApiKey)}")
            .Where(key => FileSettings.Of(configuration, key).Any());
}
