using System.Text.Json;
using InterviewAgent.Accounts;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>
/// What was counted in the labelled journeys and how a coder that had not seen them heard them; counts and no words
/// (<c>evals/calibration/voices.json</c>, written by <c>interview-agent insights measure</c>).
/// </summary>
/// <param name="Source">The command that wrote it, the accounts, interviews and parts.</param>
/// <param name="Cells">What people say, by kind of account, side and phase.</param>
/// <param name="Severities">By label of the account and code: labelled frictions of severity 1, 2 and 3.</param>
/// <param name="Statuses">By commitment: done, made, vague, broken.</param>
/// <param name="Readings">By label and phase: readings as the coder takes them, no expert labelled them.</param>
/// <param name="Coder">By code: what the coder misses and invents.</param>
/// <param name="SeverityHeard">Rows labelled 1 to 3, columns heard 1 to 3.</param>
/// <param name="StatusHeard">Rows and columns done, made, vague, broken.</param>
/// <param name="Tone">How labelled tone spreads.</param>
/// <param name="Hearing">How the coder hears tone.</param>
/// <param name="Health">By label: accounts whose last health was green, yellow, red.</param>
/// <param name="Onset">By label: checkpoints at which drift first shows ("none": not said).</param>
public sealed record VoiceCounts(
    CountedFrom Source, IReadOnlyList<VoiceCell> Cells,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int[]>> Severities, IReadOnlyDictionary<string, int[]> Statuses,
    IReadOnlyList<ReadingCell> Readings, IReadOnlyDictionary<string, CoderErrors> Coder, int[][] SeverityHeard, int[][] StatusHeard,
    ToneSpread Tone, ToneHearing Hearing, IReadOnlyDictionary<string, int[]> Health, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Onset)
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="InvalidDataException">The file cannot be read as counts.</exception>
    public static VoiceCounts Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<VoiceCounts>(File.ReadAllText(path), Json) ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>One object a line where the lists are long, so that a difference can be read.</summary>
    public void Save(string path)
    {
        var json = JsonSerializer.Serialize(this, Json);
        json = json.Replace("""},{"kind":""", "},\n{\"kind\":", StringComparison.Ordinal).Replace("""},{"label":""", "},\n{\"label\":", StringComparison.Ordinal)
            .Replace("},\"", "},\n\"", StringComparison.Ordinal).Replace("],\"", "],\n\"", StringComparison.Ordinal);
        File.WriteAllText(path, json + "\n");
    }
}

public sealed record CountedFrom(string Command, int Accounts, int Interviews, int Parts);

/// <param name="Codes">In how many of these interviews a code was labelled; a commitment counts under its code.</param>
/// <param name="Turns">Answers in all, and <paramref name="ToneSum"/> the sum of their labelled feelings.</param>
public sealed record VoiceCell(
    AccountKind Kind, Side Side, Phase Phase, int Interviews, int Turns, int ToneSum, IReadOnlyDictionary<string, int> Codes);

/// <param name="Values">By dimension: how often each value from 0 to 4 was read.</param>
public sealed record ReadingCell(AccountLabel Label, Phase Phase, int Interviews, IReadOnlyDictionary<string, int[]> Values);

/// <param name="There">Interviews in which it was labelled, and of them <paramref name="Missed"/>.</param>
/// <param name="Absent">Interviews in which it was not, and of them <paramref name="Invented"/>.</param>
public sealed record CoderErrors(int There, int Missed, int Absent, int Invented);

/// <summary>Standard deviations of labelled tone between people of a kind, between a person's interviews, between an interview's answers.</summary>
public sealed record ToneSpread(double Person, double Interview, double Turn);

/// <summary>
/// Heard feeling of an answer = offset + slope × labelled + an error that an interview's answers share + an error of its own; and the
/// spread of the mean tone of a person's interviews as heard, where nothing changed.
/// </summary>
public sealed record ToneHearing(double Offset, double Slope, double Interview, double Turn, double WithinPerson);

/// <summary>For a fine account the first month and after; for others before their onset and from it on.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<Phase>))]
public enum Phase { Early, Late }
