using InterviewAgent.Accounts;
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

    /// <summary>green, yellow, red or unknown.</summary>
    public string? Health { get; set; }

    /// <summary>high, low, not-enough, none; or heard: anybody at all.</summary>
    public string? Voice { get; set; }

    /// <summary>silent, risk or any.</summary>
    public string? Flag { get; set; }

    /// <summary>yes: somebody invited has gone quiet.</summary>
    public string? Quiet { get; set; }

    public bool Any => Address("") != "";

    /// <summary>What the store can filter by its own columns.</summary>
    public IQueryable<Account> On(IQueryable<Account> accounts)
    {
        accounts = Id is null ? accounts : accounts.Where(account => account.Id == Id);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var like = Q.Trim().ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to the store's upper(): a culture or a comparison cannot be.
            accounts = accounts.Where(account => account.Name.ToUpper().Contains(like));
#pragma warning restore CA1304, CA1311, CA1862
        }

        accounts = string.IsNullOrEmpty(Segment) ? accounts : accounts.Where(account => account.Segment == Segment);
        return string.IsNullOrEmpty(Owner) ? accounts : accounts.Where(account => account.Owner == Owner);
    }

    /// <summary>What is known only after the columns beside the account are read.</summary>
    public bool Keeps(PortfolioRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (string.IsNullOrEmpty(Health) || Say.Health(row.Health) == Health)
            && (string.IsNullOrEmpty(Voice) || (Voice == "heard" ? row.Voice != Portfolio.Voice.None : Word(row.Voice) == Voice))
            && (string.IsNullOrEmpty(Flag) || (row.Flag is { } kind && (Flag == "any" || Flag == (kind == Insights.FlagKind.SilentSufferer ? "silent" : "risk"))))
            && (Quiet != "yes" || row.Quiet > 0);
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
                ("q", Q), ("segment", Segment), ("owner", Owner), ("health", Health), ("voice", Voice), ("flag", Flag), ("quiet", Quiet),
            }
            .Concat(more).Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
}
