namespace InterviewAgent.Privacy.Masking;

/// <summary>The account's own names and nothing that only looks like one.</summary>
internal static class FindKnown
{
    private const int Shortest = 3;

    public static IEnumerable<MaskedSpan> In(IReadOnlyList<Word> words, KnownPeople people)
    {
        var parts = people.Names.SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(part => part.Length >= Shortest)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return parts.Count == 0 ? [] : words.Where(word => word.IsCapital && parts.Contains(word.Text)).Select(word => new MaskedSpan(word.Start, word.Length, MaskKind.Person));
    }
}
