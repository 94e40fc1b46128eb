using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;

namespace InterviewAgent.LanguageModels.Providers;

/// <summary>A role's settings to a client: address, key or identity, and nothing that retries or times out behind our back.</summary>
internal static class ConnectProvider
{
#pragma warning disable OPENAI001 // Marked as under evaluation; they are the way to Azure's api-key header and to Entra ID.
    public static OpenAIChatClient Open(ModelOptions model, string key) =>
        new(new ChatClient(model.Model, Authentication(model, key), Options(model)), model);

    public static OpenAIModelClient Models(ModelOptions model, string key) => new(Authentication(model, key), Options(model));
#pragma warning restore OPENAI001

    /// <summary>The address as a person wrote it, for messages.</summary>
    public static string Shown(ModelOptions model) => Address(model).ToString().TrimEnd('/');

    private static OpenAIClientOptions Options(ModelOptions model) => new()
    {
        Endpoint = Address(model),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        NetworkTimeout = Timeout.InfiniteTimeSpan,
        Transport = new HttpClientPipelineTransport(Http(), enableLogging: false, loggerFactory: null),
    };

    /// <summary>Azure's resource address may be given with or without the path of the v1 API.</summary>
    public static Uri Address(ModelOptions model)
    {
        var given = (model.Endpoint.Length == 0 ? "https://api.openai.com/v1" : model.Endpoint).TrimEnd('/');
        return new Uri(model.Kind == ModelProvider.AzureOpenAI && !given.EndsWith("/openai/v1", StringComparison.OrdinalIgnoreCase)
            ? (given.EndsWith("/openai", StringComparison.OrdinalIgnoreCase) ? given + "/v1" : given + "/openai/v1") : given);
    }

    private static AuthenticationPolicy Authentication(ModelOptions model, string key) => model switch
    {
        { EntraId: true } => new BearerTokenPolicy(new DefaultAzureCredential(), model.EntraScope),
        { Kind: ModelProvider.AzureOpenAI } => ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key), "api-key"),
        // Servers without keys take any; the header must be well formed.
        _ => ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(key.Length == 0 ? "none" : key)),
    };

    // A redirect would carry Azure's api-key header to wherever it points.
    private static HttpClient Http() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
