using System.Text.Json;

namespace InterviewAgent.Insights;

/// <summary>
/// What a flag rests on, as stored in <see cref="Flag.Evidence"/>: one entry a kind, strongest first, ids and numbers and no words.
/// <code>[{"kind":"old-workflow","findings":["0198…"],"interviews":["0198…"],"people":2,"isQuoted":true,"latest":"2026-04-02"}]</code>
/// </summary>
public static class EvidenceJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(IReadOnlyList<Evidence> evidence) => JsonSerializer.Serialize(evidence, Options);

    /// <summary>Empty for what cannot be read: a flag of an older version still shows its sentence.</summary>
    public static IReadOnlyList<Evidence> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<IReadOnlyList<Evidence>>(json, Options) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>
    /// Is there a kind, or an interview behind a kind, that <paramref name="known"/> does not have? Findings are not compared: coding
    /// the same interview again gives them new ids.
    /// </summary>
    public static bool IsNew(IReadOnlyList<Evidence> evidence, IReadOnlyList<Evidence> known) => evidence.Any(now =>
        known.FirstOrDefault(then => then.Kind == now.Kind) is not { } before || now.Interviews.Except(before.Interviews).Any());
}
