using System.Text.Json;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Evals.Redaction;

/// <summary>A text with its personal data marked by somebody: one line of a JSON Lines file in the form of presidio-research.</summary>
/// <param name="Spans">Start and end in UTF-16 units.</param>
internal sealed record LabelledText(string Id, string Text, IReadOnlyList<LabelledSpan> Spans)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Texts made from one template (the same words around the marked ones) are all in one part, "dev" or "test": a rule that fits a
    /// template must not be measured on its copies.
    /// </summary>
    public string Part => HashFiles.PartOf(Template());

    public static IEnumerable<LabelledText> Read(string path)
    {
        if (!File.Exists(path)) throw new BadInputException(path, "there is no such file", "Name a JSON Lines file of texts and spans.");
        var at = 0;
        foreach (var line in File.ReadLines(path))
        {
            at++;
            if (line.Length > 0) yield return Parse(line, path, at);
        }
    }

    private static LabelledText Parse(string line, string path, int at)
    {
        try
        {
            var one = JsonSerializer.Deserialize<LabelledText>(line, Web);
            if (one is { Text: not null, Spans: not null } && one.Spans.All(span => span.Start >= 0 && span.Start <= span.End && span.End <= one.Text.Length)) return one;
        }
        catch (JsonException)
        {
            // Named below.
        }
        throw new BadInputException($"{path}, line {at}", "this is no text with spans", "Write {\"id\", \"text\", \"spans\": [{\"type\", \"start\", \"end\"}]}.");
    }

    private string Template()
    {
        var template = Text;
        foreach (var span in Spans.OrderByDescending(span => span.Start)) template = template[..span.Start] + span.Type + template[span.End..];
        return template.ToLowerInvariant();
    }
}

internal sealed record LabelledSpan(string Type, int Start, int End);
