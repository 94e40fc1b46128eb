namespace InterviewAgent.Insights.SubThemes;

/// <summary>How much of one theme is heard in one account: numbers and days, no words. Goes with the account.</summary>
public sealed class ThemeVoice
{
    public Guid AccountId { get; init; }
    public required string Code { get; init; }

    /// <summary>What groups the quotes of the code: "spreadsheet"; "spreadsheet+macro" where a person split it; empty: the code as a whole.</summary>
    public required string Term { get; init; }
    public int People { get; set; }
    public int Quotes { get; set; }

    /// <summary>Of the people those whose newest interview says it: who was heard again without it says it no more.</summary>
    public int StillSaid { get; set; }

    /// <summary>When it was heard for the first and the last time, in weeks as <see cref="ThemeWeek.Of"/> counts them.</summary>
    public int FirstWeek { get; set; }
    public int LastWeek { get; set; }
}

/// <summary>The same over all accounts: sums of <see cref="ThemeVoice"/>, kept up as accounts are read.</summary>
public sealed class ThemeTotal
{
    public required string Code { get; init; }
    public required string Term { get; init; }
    public int Accounts { get; set; }
    public int People { get; set; }
    public int Quotes { get; set; }

    /// <summary>People who still say it, and the accounts in which anybody does.</summary>
    public int StillSaid { get; set; }
    public int StillIn { get; set; }
}

/// <summary>In how many accounts a theme was heard for the first, and for the last, time in one week: all its history is sums of these.</summary>
public sealed class ThemeWeek
{
    public required string Code { get; init; }
    public required string Term { get; init; }

    /// <summary>Days since 0001-01-01, a Monday, by seven.</summary>
    public int Week { get; init; }
    public int First { get; set; }
    public int Last { get; set; }

    public static int Of(DateOnly day) => day.DayNumber / 7;
    public static DateOnly Monday(int week) => DateOnly.FromDayNumber(week * 7);
}
