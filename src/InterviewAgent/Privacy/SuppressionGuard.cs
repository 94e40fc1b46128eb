namespace InterviewAgent.Privacy;

/// <summary>
/// Decides which counts may be shown (DESIGN.md, "Privacy"). A count that holds voices kept to totals is shown from five people in
/// three accounts on; below, a page says "hidden to protect", never zero. The same holds for what is left when shown counts are
/// taken from the total beside them, so a second count is hidden where one alone could be worked out. Pure.
/// </summary>
public static class SuppressionGuard
{
    public const int FewestPeople = 5;
    public const int FewestAccounts = 3;

    /// <summary>May this count stand by itself?</summary>
    public static bool MayShow(VoiceCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return !count.HoldsTotalsOnly || count.People >= FewestPeople && count.Accounts >= FewestAccounts;
    }

    /// <summary>Which of the parts may stand beside a total that is shown and of which they are a partition; same order as given.</summary>
    public static IReadOnlyList<bool> MayShowBeside(IReadOnlyList<VoiceCount> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        bool[] shown = [.. parts.Select(MayShow)];
        // The smallest shown part goes next: it costs the reader least.
        foreach (var next in Enumerable.Range(0, parts.Count).OrderBy(part => parts[part].People).ThenBy(part => part))
        {
            var hidden = Enumerable.Range(0, parts.Count).Where(part => !shown[part]).Select(part => parts[part]).ToList();
            if (hidden.Count == 0 || IsEnough(hidden))
            {
                break;
            }
            shown[next] = false;
        }
        return shown;
    }

    /// <summary>What a reader works out as "the rest": accounts may overlap between parts, so the largest part's are counted.</summary>
    private static bool IsEnough(List<VoiceCount> hidden) => hidden.Count > 1
        && hidden.Sum(part => part.People) >= FewestPeople && hidden.Max(part => part.Accounts) >= FewestAccounts;
}

/// <summary>People and accounts behind one cell of a view.</summary>
/// <param name="HoldsTotalsOnly">True when any of them chose totals only.</param>
public sealed record VoiceCount(int People, int Accounts, bool HoldsTotalsOnly);
