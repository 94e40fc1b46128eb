using System.Text.Json;

namespace InterviewAgent.Insights.Digests;

/// <summary>The counts of one moment. Frozen with their digest, so that the next one is compared with what was read and not with what is found later.</summary>
/// <param name="Heard">Accounts with at least one ended interview; <paramref name="People"/> were heard in them.</param>
/// <param name="Quiet">Invited people without a first answer, in <paramref name="QuietAccounts"/>.</param>
/// <param name="Themes">By code: whose newest interview says it.</param>
/// <param name="Flags">The flags that were shown.</param>
public sealed record DigestNumbers(
    int Accounts, int Heard, int People, int Quiet, int QuietAccounts, IReadOnlyDictionary<string, ThemeNumber> Themes, IReadOnlyList<Guid> Flags)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null for what cannot be read: the next digest then counts from a week before.</summary>
    public static DigestNumbers? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<DigestNumbers>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public sealed record ThemeNumber(int People, int Accounts)
{
    public static readonly ThemeNumber None = new(0, 0);
}
