namespace InterviewAgent.Privacy;

/// <summary>
/// The one function through which a turn's words leave the library: everything that shows them is built on it. Pure: the words,
/// the respondent's choices and the names to overlay in, shown pieces out.
/// </summary>
internal static class Show
{
    public const string Protected = "[hidden to protect]";

    /// <summary>The quote's words with names overlaid, or null when any of them is totals only or to be deleted.</summary>
    public static string? Words(string text, WordSpan span, TurnVisibility visibility, IReadOnlyList<NameMark> names) =>
        TurnVisibility.Hides(visibility.Of(text, span.Start, span.Length))
            ? null
            : Cut(text, span.Start, span.End, names, whole: true);

    /// <summary>
    /// The whole turn in pieces, broken at <paramref name="cuts"/> so that a page can mark quotes at their place; hidden words
    /// stand as one piece without text.
    /// </summary>
    public static IEnumerable<ShownPiece> Pieces(
        string text, TurnVisibility visibility, IReadOnlyList<NameMark> names, IEnumerable<int> cuts)
    {
        var at = Enumerable.Range(0, text.Length).Where(i => i == 0 || IsHidden(i) != IsHidden(i - 1))
            .Concat(cuts.Where(cut => cut > 0 && cut < text.Length)).Append(text.Length).Distinct().Order().ToArray();
        for (var i = 0; i + 1 < at.Length; i++)
        {
            var (start, end) = (at[i], at[i + 1]);
            yield return IsHidden(start)
                ? new ShownPiece(start, end - start, null)
                : new ShownPiece(start, end - start, Cut(text, start, end, names, whole: false));
        }

        bool IsHidden(int position) => TurnVisibility.Hides(visibility.At(position));
    }

    /// <summary>A name that begins before a piece is shown with the piece before; a quote (<paramref name="whole"/>) has none before it.</summary>
    private static string Cut(string text, int start, int end, IReadOnlyList<NameMark> names, bool whole)
    {
        var shown = new System.Text.StringBuilder(end - start);
        var at = start;
        foreach (var name in names)
        {
            if (name.Start + name.Length <= at || name.Start >= end)
            {
                continue;
            }
            shown.Append(text, at, Math.Max(0, name.Start - at));
            if (whole || name.Start >= start)
            {
                shown.Append(name.ShownAs);
            }
            at = Math.Min(end, name.Start + name.Length);
        }
        return shown.Append(text, at, end - at).ToString();
    }
}

/// <summary>Characters of a turn as a viewer sees them; <paramref name="Text"/> is null where they are hidden to protect.</summary>
public sealed record ShownPiece(int Start, int Length, string? Text);

/// <summary>Characters that name a person, in order and without overlap, and what is shown in their place.</summary>
internal readonly record struct NameMark(int Start, int Length, string ShownAs);
