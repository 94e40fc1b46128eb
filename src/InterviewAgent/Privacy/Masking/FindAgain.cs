namespace InterviewAgent.Privacy.Masking;

/// <summary>What was taken for a name once is that name everywhere in the text, also in small letters: "everyone calls me borna".</summary>
internal static class FindAgain
{
    private const int Shortest = 4;

    public static IEnumerable<MaskedSpan> In(IReadOnlyList<Word> words, IReadOnlyList<MaskedSpan> found)
    {
        var parts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        foreach (var span in found.Where(span => span.Kind is MaskKind.Person or MaskKind.Name).OrderBy(span => span.Start))
        {
            while (at < words.Count && words[at].Start < span.Start)
            {
                at++;
            }
            for (var i = at; i < words.Count && words[i].End <= span.End; i++)
            {
                if (words[i].Text.Length >= Shortest && !words[i].IsCommon && !words[i].IsKept)
                {
                    parts.Add(words[i].Text);
                }
            }
        }
        return parts.Count == 0 ? [] : [.. words.Where(word => parts.Contains(word.Text)).Select(word => new MaskedSpan(word.Start, word.Length, MaskKind.Name))];
    }
}
