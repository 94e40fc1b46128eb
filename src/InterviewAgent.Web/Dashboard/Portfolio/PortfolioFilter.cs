using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using InterviewAgent.Insights.Summaries;
using Microsoft.AspNetCore.WebUtilities;

namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>A filter that lives in the address, so that a filtered view can be sent to a colleague.</summary>
public sealed class PortfolioFilter
{
    /// <summary>One account only; set by code, never from an address.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public Guid? Id { get; init; }

    public string? Q { get; set; }
    public string? Segment { get; set; }
    public string? Owner { get; set; }

    /// <summary>A band of <see cref="WeekBand"/>: how far the account is since its signature.</summary>
    public string? Week { get; set; }

    /// <summary>As <see cref="RoleSides.Name"/> writes it: the voice is then that of these people alone.</summary>
    public string? Role { get; set; }

    public static IReadOnlyList<string> Roles { get; } = [.. Enum.GetValues<Role>().Select(role => role.Name())];

    /// <summary>Null: all roles.</summary>
    public Role? OfRole => Role is { Length: > 0 } name ? RoleSides.Find(name) : null;

    /// <summary>green, yellow, red or unknown.</summary>
    public string? Health { get; set; }

    /// <summary>high, low, not-enough, none; or heard: anybody at all.</summary>
    public string? Voice { get; set; }

    /// <summary>silent, risk or any.</summary>
    public string? Flag { get; set; }

    /// <summary>yes: somebody invited has gone quiet.</summary>
    public string? Quiet { get; set; }

    public bool Any => Address("") != "";

    /// <summary>The views that have one filter less than this one, of those by which accounts are told apart.</summary>
    internal IEnumerable<PortfolioFilter> WithOneLess()
    {
        (string? Value, PortfolioFilter Without)[] views =
        [
            (Segment, new() { Owner = Owner, Week = Week, Q = Q }), (Owner, new() { Segment = Segment, Week = Week, Q = Q }),
            (Week, new() { Owner = Owner, Segment = Segment, Q = Q }), (Q, new() { Owner = Owner, Segment = Segment, Week = Week }),
        ];
        return views.Where(view => !string.IsNullOrEmpty(view.Value)).Select(view => view.Without);
    }

    /// <summary>What the store can filter by its own columns.</summary>
    public IQueryable<Account> On(IQueryable<Account> accounts, DateOnly today)
    {
        accounts = Id is null ? accounts : accounts.Where(account => account.Id == Id);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var (like, typed, lower) = (Q.Trim().ToUpperInvariant(), AsSqliteUppers(Q.Trim()), AsSqliteUppers(Q.Trim().ToLowerInvariant()));
#pragma warning disable CA1304, CA1311, CA1862 // Translated to the store's upper(): a culture or a comparison cannot be.
            accounts = like == lower
                ? accounts.Where(account => account.Name.ToUpper().Contains(like))
                : accounts.Where(account => account.Name.ToUpper().Contains(like) || account.Name.ToUpper().Contains(typed) || account.Name.ToUpper().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (WeekBand.Find(Week) is { } band)
        {
            var (newest, oldest) = band.SignatureDays(today);
            accounts = accounts.Where(account => account.ContractSignedOn <= newest && (oldest == null || account.ContractSignedOn >= oldest));
        }

        accounts = string.IsNullOrEmpty(Segment) ? accounts : accounts.Where(account => account.Segment == Segment);
        return string.IsNullOrEmpty(Owner) ? accounts : accounts.Where(account => account.Owner == Owner);
    }

    /// <summary>SQLite's upper() knows the letters of ASCII alone (sqlite.org/lang_corefunc.html#upper): "Müller" becomes "MüLLER".</summary>
    private static string AsSqliteUppers(string text) => string.Concat(text.Select(letter => char.IsAsciiLetterLower(letter) ? char.ToUpperInvariant(letter) : letter));

    /// <summary>What the store can filter by the rows that are kept of each account.</summary>
    internal IQueryable<PortfolioLine> On(IQueryable<PortfolioLine> lines, IQueryable<PersonVoice> quiet)
    {
        lines = Health switch
        {
            "green" => lines.Where(line => line.Health == HealthStatus.Green),
            "yellow" => lines.Where(line => line.Health == HealthStatus.Yellow),
            "red" => lines.Where(line => line.Health == HealthStatus.Red),
            "unknown" => lines.Where(line => line.Health == null),
            _ => lines,
        };
        lines = Flag switch
        {
            "any" => lines.Where(line => line.Flag != null),
            "silent" => lines.Where(line => line.Flag == FlagKind.SilentSufferer),
            "risk" => lines.Where(line => line.Flag == FlagKind.AtRisk),
            _ => lines,
        };
        // Of one role nobody is told apart who is heard too little to be judged: "none" would tell that somebody was, or was not.
        lines = (Voice, OfRole) switch
        {
            ("high", _) => lines.Where(PortfolioLine.IsHigh),
            ("low", _) => lines.Where(PortfolioLine.IsLow),
            ("not-enough" or "none", not null) => lines.Where(PortfolioLine.IsNotJudged),
            ("not-enough", null) => lines.Where(PortfolioLine.IsNotJudged).Where(line => line.People > 0),
            ("none", null) => lines.Where(line => line.People == 0),
            ("heard", null) => lines.Where(line => line.People > 0),
            _ => lines,
        };
        return Quiet == "yes" && OfRole is null ? lines.Where(line => quiet.Any(person => person.AccountId == line.Id)) : lines;
    }

    public static string Word(Voice voice) => voice switch
    {
        Portfolio.Voice.High => "high",
        Portfolio.Voice.Low => "low",
        Portfolio.Voice.NotEnough => "not-enough",
        _ => "none",
    };

    /// <summary>The filter as an address below <paramref name="path"/>, with more of the query added.</summary>
    public string Address(string path, params (string Key, string? Value)[] more) =>
        QueryHelpers.AddQueryString(path, new[]
            {
                ("q", Q), ("segment", Segment), ("owner", Owner), ("week", Week), ("role", Role), ("health", Health), ("voice", Voice), ("flag", Flag), ("quiet", Quiet),
            }
            .Concat(more).Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
}
