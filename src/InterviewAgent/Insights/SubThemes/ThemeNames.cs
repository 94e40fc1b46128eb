using System.Collections.Concurrent;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>
/// Names that were read from quotes, while the theme is what it was: in memory only, since a name is worked out again from what may be
/// shown. Another count is another theme, and after five minutes it
/// is read again, so that an erased word is not in a name for long.
/// </summary>
public sealed class ThemeNames
{
    private const int Most = 5_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<ThemeTotalKey, (string? Name, long At)> names = new();

    internal bool TryGet(string whose, ThemeTotal total, out string? name)
    {
        var known = names.TryGetValue(Key(whose, total), out var kept) && Environment.TickCount64 - kept.At < Kept.TotalMilliseconds;
        name = kept.Name;
        return known;
    }

    internal void Keep(string whose, ThemeTotal total, string? name)
    {
        if (names.Count >= Most)
        {
            names.Clear();
        }
        names[Key(whose, total)] = (name, Environment.TickCount64);
    }

    private static ThemeTotalKey Key(string whose, ThemeTotal total) => new(whose, total.Code, total.Term, total.Accounts, total.People, total.Quotes);

    private readonly record struct ThemeTotalKey(string Whose, string Code, string Term, int Accounts, int People, int Quotes);
}
