using System.Text.Json;

namespace InterviewAgent.Tests.LanguageModels;

/// <summary>A request as the server got it. Tokens are a quarter of the characters; cached ones stood at the beginning of an earlier request.</summary>
public sealed record SeenRequest(string Path, IReadOnlyDictionary<string, string> Headers, JsonElement Body, int Tokens = 0, int CachedTokens = 0)
{
    public string Model => Body.GetProperty("model").GetString()!;
    public bool WantsJson => Body.TryGetProperty("response_format", out _);
    public IEnumerable<(string Role, string Text)> Messages => Body.GetProperty("messages").EnumerateArray()
        .Select(message => (message.GetProperty("role").GetString()!, message.GetProperty("content").GetString()!));

    /// <summary>All messages in one string.</summary>
    public string Prompt => string.Join('\n', Messages.Select(message => $"{message.Role}: {message.Text}"));
}

/// <summary>The providers' prompt cache, in small: whole blocks of an unchanged beginning, once it is long enough (OpenAI: 1024, then by 128).</summary>
internal sealed class PromptCache
{
    private const int CharactersPerToken = 4, Fewest = 1024, Block = 128;
    private readonly List<string> prompts = [];

    public SeenRequest Count(SeenRequest request)
    {
        var prompt = request.Prompt;
        lock (prompts)
        {
            var same = prompts.Count == 0 ? 0 : prompts.Max(earlier => earlier.AsSpan().CommonPrefixLength(prompt)) / CharactersPerToken;
            prompts.Add(prompt);
            return request with { Tokens = prompt.Length / CharactersPerToken, CachedTokens = same < Fewest ? 0 : same / Block * Block };
        }
    }
}
