using System.Collections.Concurrent;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>
/// Names that were read from quotes, while the theme is what it was: in memory only, since a name is worked out again from what may be
/// shown. Another count is another theme, so that an erased word is in no name longer than in the counts.
/// </summary>
public sealed class ThemeNames
{
    private const int Most = 5_000;
    private readonly ConcurrentDictionary<ThemeTotalKey, string?> names = new();

    internal bool TryGet(string whose, ThemeTotal total, out string? name) => names.TryGetValue(Key(whose, total), out name);

    internal void Keep(string whose, ThemeTotal total, string? name)
    {
        if (names.Count >= Most)
        {
            names.Clear();
        }
        names[Key(whose, total)] = name;
    }

    private static ThemeTotalKey Key(string whose, ThemeTotal total) => new(whose, total.Code, total.Term, total.Accounts, total.People, total.Quotes);

    private readonly record struct ThemeTotalKey(string Whose, string Code, string Term, int Accounts, int People, int Quotes);
}
