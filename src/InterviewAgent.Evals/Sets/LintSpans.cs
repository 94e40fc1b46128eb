using System.Text.Json;

namespace InterviewAgent.Evals.Sets;

/// <summary>A text with marked spans: each lies inside the text, holds what its <c>value</c> says and overlaps no other.</summary>
internal static class LintSpans
{
    internal static IEnumerable<string> Complaints(JsonElement root)
    {
        var (text, end) = (root.GetProperty("text").GetString() ?? "", 0);
        foreach (var span in root.GetProperty("spans").EnumerateArray().OrderBy(span => span.GetProperty("start").GetInt32()))
        {
            var (from, to, value) = (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("value").GetString());
            if (from < end || to <= from || to > text.Length) yield return $"the span {from} to {to} overlaps another or lies outside the text";
            else if (text[from..to] != value) yield return $"at {from} to {to} stands \"{text[from..to]}\" and not \"{value}\"";
            end = Math.Max(end, to);
        }
        if (!root.TryGetProperty("notes", out var notes) || string.IsNullOrWhiteSpace(notes.GetString())) yield return "no notes say why it exists";
    }
}
