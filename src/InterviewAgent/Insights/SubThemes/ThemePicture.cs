using InterviewAgent.Privacy;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>One theme over all accounts, people and accounts apart.</summary>
/// <param name="Term">Empty: the code as a whole.</param>
/// <param name="Name">A person's name for it, else respondents' own words; null: nothing that two people in two accounts say.</param>
/// <param name="IsNamedByPerson">A person named it.</param>
/// <param name="Now">Accounts in which it is alive in this week, <paramref name="Then"/> in the week asked for: heard, and not longer ago than
/// people are asked again.</param>
/// <param name="Weeks">The same for each of the last twelve weeks, oldest first.</param>
public sealed record ThemePicture(
    string Code, string Term, string? Name, bool IsNamedByPerson, bool IsArchived, int Accounts, int People, int Now, int Then, IReadOnlyList<int> Weeks)
{
    public ThemeChange Change => (Then, Now) switch
    {
        (0, > 0) => ThemeChange.New,
        (> 0, 0) => ThemeChange.Gone,
        var (then, now) when now > then => ThemeChange.Grown,
        var (then, now) when now < then => ThemeChange.Shrunk,
        _ => ThemeChange.Same,
    };
}

/// <summary>A theme in one account: where its newest words stand.</summary>
public sealed record ThemeInAccount(Guid AccountId, int People, DateOnly LastOn, IReadOnlyList<ThemeQuote> Quotes);

/// <summary>A place of words; they are shown through <see cref="ReadQuotes"/> and by nothing else.</summary>
public sealed record ThemeQuote(Guid FindingId, WordSpan Span, DateOnly HeldOn);

/// <summary>How many accounts say it now, beside the day asked for.</summary>
public enum ThemeChange { New, Grown, Same, Shrunk, Gone }
