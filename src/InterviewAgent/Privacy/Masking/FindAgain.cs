namespace InterviewAgent.Privacy.Masking;

/// <summary>What was taken for a name once is that name everywhere in the text, also in small letters: "everyone calls me borna".</summary>
internal static class FindAgain
{
    private const int Shortest = 4;

    public static IEnumerable<MaskedSpan> In(IReadOnlyList<Word> words, IReadOnlyList<MaskedSpan> found)
    {
        var named = found.Where(span => span.Kind is MaskKind.Person or MaskKind.Name).ToList();
        if (named.Count == 0)
        {
            return [];
        }
        var parts = words.Where(word => word.Text.Length >= Shortest && !word.IsCommon && !word.IsKept && named.Exists(span => word.Start >= span.Start && word.End <= span.End))
            .Select(word => word.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. words.Where(word => parts.Contains(word.Text)).Select(word => new MaskedSpan(word.Start, word.Length, MaskKind.Name))];
    }
}
