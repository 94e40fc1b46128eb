using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using InterviewAgent.LanguageModels.Providers;

namespace InterviewAgent.LanguageModels.Check;

/// <summary>How much a compatible server takes in, where its list of models says so: vLLM, llama.cpp and routers do, each in its own field.</summary>
internal static class ReadContext
{
    private static readonly string[] Fields = ["max_model_len", "context_length", "max_context_length", "n_ctx", "n_ctx_train"];

    public static async Task<int?> Of(ModelOptions model, CancellationToken cancellation)
    {
        try
        {
            var list = await ConnectProvider.Models(model, ModelKey.Of(model))
                .GetModelsAsync(new RequestOptions { CancellationToken = cancellation, ErrorOptions = ClientErrorBehaviors.NoThrow });
            using var body = JsonDocument.Parse(list.GetRawResponse().Content.ToString());
            return Find(body.RootElement, model.Model);
        }
        catch (Exception error) when (error is JsonException or HttpRequestException or IOException or ClientResultException)
        {
            return null; // A server without a list is no worse a server.
        }
    }

    internal static int? Find(JsonElement list, string model)
    {
        if (list.ValueKind != JsonValueKind.Object || !list.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
            return null;
        var own = data.EnumerateArray().FirstOrDefault(entry => entry.ValueKind == JsonValueKind.Object
            && entry.TryGetProperty("id", out var id) && id.ValueEquals(model));
        return own.ValueKind != JsonValueKind.Object ? null
            : Field(own) ?? (own.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object ? Field(meta) : null);
    }

    private static int? Field(JsonElement entry) =>
        Fields.Select(name => entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var tokens) ? tokens : (int?)null)
            .FirstOrDefault(tokens => tokens > 0);
}
