using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.LanguageModels;

/// <summary>Section "LanguageModels:Interviewing", ":Analysis" or ":Judging": which model does this work, and what it may take.</summary>
public sealed class ModelOptions
{
    /// <summary>"none", "openai", "azure-openai" (the v1 endpoint), "openai-compatible" (vLLM, llama.cpp, Ollama …) or "recording" (strict replay).</summary>
    public string Provider { get; set; } = "none";

    /// <summary>
    /// Base address. Azure: https://RESOURCE.openai.azure.com; compatible servers: with their path, such as http://localhost:11434/v1.
    /// Empty for OpenAI's own.
    /// </summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Model name; for Azure the name of the deployment.</summary>
    public string Model { get; set; } = "";

    /// <summary>
    /// The environment variable that holds the key. Empty: OPENAI_API_KEY for openai, AZURE_OPENAI_API_KEY for azure-openai, no key for
    /// openai-compatible.
    /// </summary>
    public string KeyVariable { get; set; } = "";

    /// <summary>
    /// The key itself, which only the environment may set (INTERVIEW_AGENT__LanguageModels__Interviewing__ApiKey). In a file it stops the start.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ApiKey { get; set; } = "";

    /// <summary>Azure: sign in with Entra ID (managed identity, workload identity, az login) instead of a key.</summary>
    public bool EntraId { get; set; }

    /// <summary>The scope asked of Entra ID; older resources want https://cognitiveservices.azure.com/.default.</summary>
    public string EntraScope { get; set; } = "https://ai.azure.com/.default";

    /// <summary>How the answer's schema is asked for: "json-schema" (response_format), "json-object" or "prompt" (for servers that know neither).</summary>
    public string StructuredOutput { get; set; } = "json-schema";

    /// <summary>True for models that refuse temperature and seed (reasoning models): neither is sent.</summary>
    public bool FixedSampling { get; set; }

    /// <summary>Calls under way at once; roles on the same model share the smaller figure.</summary>
    [Range(1, 1000)]
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>Tokens in and out a minute, as the provider allows them; 0: no limit of ours.</summary>
    [Range(0, 100_000_000)]
    public int TokensPerMinute { get; set; }

    /// <summary>One attempt may take so long; the caller's own deadline cuts it shorter.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Further attempts after a passing failure, inside the caller's deadline.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 3;

    /// <summary>How long nothing is asked after the circuit opened.</summary>
    [Range(1, 3600)]
    public int CircuitSeconds { get; set; } = 30;

    /// <summary>What the model can take in and give out together. A longer request is not sent.</summary>
    [Range(1000, 10_000_000)]
    public int ContextTokens { get; set; } = 128_000;

    /// <summary>The longest answer, where the prompt sets none.</summary>
    [Range(16, 1_000_000)]
    public int MaxAnswerTokens { get; set; } = 4_000;

    /// <summary>A folder for recordings: "recording" replays from it, any other provider writes each answer into it. Empty: none.</summary>
    public string Recordings { get; set; } = "";

    internal ModelProvider Kind => ModelProviders.Find(Provider) ?? ModelProvider.None;
    internal bool IsPaid => Kind is ModelProvider.OpenAI or ModelProvider.AzureOpenAI or ModelProvider.Compatible;

    internal IEnumerable<ValidationResult> Problems()
    {
        List<ValidationResult> wrong = [];
        Validator.TryValidateObject(this, new ValidationContext(this), wrong, validateAllProperties: true);
        return wrong.Concat(ModelProviders.Problems(this));
    }
}
