using System.Globalization;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace InterviewAgent.LanguageModels.Recording;

/// <summary>Says of a request without a recording which recording is nearest, and which part of the prompt changed since.</summary>
internal static class RecordingMiss
{
    private const int MostLines = 12;

    public static RecordingMissException Of(RecordingFolder folder, string prompt, RecordedRequest request)
    {
        var nearest = folder.Of(prompt).Select(kept => (kept.Path, kept.Request, Likeness: Likeness(kept.Request, request)))
            .OrderByDescending(kept => kept.Likeness).FirstOrDefault();
        var place = folder.PathOf(prompt, request);
        const string Mend = "Take the change back, or record anew: set Provider to a real one and leave Recordings as it is.";
        return nearest.Path is null
            ? new RecordingMissException(place, $"there is no recording of this request, and none of the prompt {prompt}", Mend)
            : new RecordingMissException(place, $"there is no recording of this request. The nearest is {Path.GetFileName(nearest.Path)}; since then:\n{Changes(nearest.Request, request)}", Mend);
    }

    /// <summary>Characters that messages at the same place share at their beginning and end.</summary>
    private static long Likeness(RecordedRequest one, RecordedRequest other) =>
        one.Messages.Zip(other.Messages, (a, b) => a == b ? a.Text.Length * 2L : Shared(a.Text, b.Text)).Sum() + (one.SchemaName == other.SchemaName ? 1 : 0);

    private static int Shared(string a, string b)
    {
        var start = a.AsSpan().CommonPrefixLength(b);
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }
        return start + end;
    }

    private static string Changes(RecordedRequest before, RecordedRequest now)
    {
        var said = new StringBuilder();
        if (before.Model != now.Model) said.AppendLine(Line($"the model: {before.Model} is now {now.Model}"));
        if (before.Schema?.GetRawText() != now.Schema?.GetRawText()) said.AppendLine(Line($"the answer's schema ({before.SchemaName ?? "none"}, now {now.SchemaName ?? "none"})"));
        if ((before.Temperature, before.Seed, before.MaxAnswerTokens) != (now.Temperature, now.Seed, now.MaxAnswerTokens))
            said.AppendLine(Line($"temperature, seed or longest answer: {before.Temperature}, {before.Seed}, {before.MaxAnswerTokens} is now {now.Temperature}, {now.Seed}, {now.MaxAnswerTokens}"));
        for (var i = 0; i < Math.Max(before.Messages.Count, now.Messages.Count); i++)
        {
            var (was, isNow) = (before.Messages.ElementAtOrDefault(i), now.Messages.ElementAtOrDefault(i));
            if (was != isNow)
                said.AppendLine(Line($"message {i + 1} ({(isNow ?? was)!.Role}):")).Append(Difference(was?.Text ?? "", isNow?.Text ?? ""));
        }
        return said.ToString().TrimEnd();
    }

    private static StringBuilder Difference(string before, string now)
    {
        var changed = new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(before, now).Lines.Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted).ToList();
        var said = new StringBuilder();
        foreach (var line in changed.Take(MostLines))
        {
            said.Append(line.Type == ChangeType.Inserted ? "  + " : "  - ").AppendLine(line.Text);
        }
        return changed.Count > MostLines ? said.AppendLine(Line($"  … and {changed.Count - MostLines} lines more")) : said;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
