using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.LanguageModels;

internal enum ModelProvider { None, OpenAI, AzureOpenAI, Compatible, Recording }

/// <summary>The providers by their names in the settings, and what each needs.</summary>
internal static class ModelProviders
{
    public const string JsonSchema = "json-schema", JsonObject = "json-object", InPrompt = "prompt";

    public static ModelProvider? Find(string name) => name switch
    {
        "none" or "" => ModelProvider.None,
        "openai" => ModelProvider.OpenAI,
        "azure-openai" => ModelProvider.AzureOpenAI,
        "openai-compatible" => ModelProvider.Compatible,
        "recording" => ModelProvider.Recording,
        _ => null,
    };

    public static string KeyVariable(ModelOptions model) => model switch
    {
        { KeyVariable.Length: > 0 } => model.KeyVariable,
        { Kind: ModelProvider.OpenAI } => "OPENAI_API_KEY",
        { Kind: ModelProvider.AzureOpenAI } => "AZURE_OPENAI_API_KEY",
        _ => "",
    };

    public static IEnumerable<ValidationResult> Problems(ModelOptions model)
    {
        if (Find(model.Provider) is not { } kind)
        {
            yield return Wrong(nameof(model.Provider),
                $"'{model.Provider}' is no provider; write none, openai, azure-openai, openai-compatible or recording.");
            yield break;
        }
        if (model.StructuredOutput is not (JsonSchema or JsonObject or InPrompt))
        {
            yield return Wrong(nameof(model.StructuredOutput), $"'{model.StructuredOutput}' is not known; write json-schema, json-object or prompt.");
        }
        if (kind != ModelProvider.None && model.Model.Length == 0)
        {
            yield return Wrong(nameof(model.Model), kind == ModelProvider.AzureOpenAI ? "name the deployment." : "name the model.");
        }
        if (kind is ModelProvider.AzureOpenAI or ModelProvider.Compatible && model.Endpoint.Length == 0)
        {
            yield return Wrong(nameof(model.Endpoint), kind == ModelProvider.AzureOpenAI
                ? "give the resource's address, such as https://RESOURCE.openai.azure.com." : "give the server's base address, such as http://localhost:11434/v1.");
        }
        if (model.Endpoint.Length > 0 && !(Uri.TryCreate(model.Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return Wrong(nameof(model.Endpoint), "this is no http or https address.");
        }
        if (model.EntraId && (kind != ModelProvider.AzureOpenAI || model.Endpoint.StartsWith("http:", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Wrong(nameof(model.EntraId), "Entra ID signs in to azure-openai over https only.");
        }
        if (kind == ModelProvider.Recording && model.Recordings.Length == 0)
        {
            yield return Wrong(nameof(model.Recordings), "name the folder to replay from.");
        }
    }

    private static ValidationResult Wrong(string member, string problem) => new(problem, [member]);
}
