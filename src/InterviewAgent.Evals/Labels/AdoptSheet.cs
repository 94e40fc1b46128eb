using System.Text.Encodings.Web;
using System.Text.Json;

namespace InterviewAgent.Evals.Labels;

/// <summary>Makes the rows that a person has decided items of a set: people decide last.</summary>
public static class AdoptSheet
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How many items were added; rows whose item the set has already are left as they stand there.</summary>
    /// <param name="setFolder">Its folder; made with its description when it does not exist.</param>
    /// <param name="by">Who decided, for the description of a new set.</param>
    public static int Into(string setFolder, IReadOnlyList<SheetRow> rows, string by)
    {
        ArgumentNullException.ThrowIfNull(setFolder);
        ArgumentNullException.ThrowIfNull(rows);
        var path = Path.Combine(setFolder, "items.jsonl");
        var before = File.Exists(path) ? File.ReadAllLines(path).Where(line => line.Length > 0).ToList() : [];
        var known = before.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).ToHashSet(StringComparer.Ordinal);
        var added = rows.Where(row => row.Seen && !known.Contains(row.Item)).Select(row => JsonSerializer.Serialize(
            new { id = row.Item, text = row.Answer, question = row.Question.Length == 0 ? null : row.Question, codes = row.Codes, group = row.Group }, Json)).ToList();
        if (added.Count == 0) return 0;
        Directory.CreateDirectory(setFolder);
        var description = Path.Combine(setFolder, "set.yaml");
        if (!File.Exists(description)) File.WriteAllText(description, Describe(Path.GetFileName(Path.TrimEndingDirectorySeparator(setFolder)), by));
        // Whole or not at all: written beside, then moved over.
        var fresh = path + ".new";
        File.WriteAllLines(fresh, before.Concat(added));
        File.Move(fresh, path, overwrite: true);
        return added.Count;
    }

    private static string Describe(string name, string by) => $"""
        name: {name}
        format: items
        licence: "Words of respondents: kept inside the company, never published."
        what: >
          Answers of interviews with the codes a person decided on, one a line: id, text, question, codes, group (the account).
        labelled: >
          {JsonEncodedText.Encode(by)}, from the coder's proposals or blind; see 'evals agree' for how far two people agree.

        """;
}
