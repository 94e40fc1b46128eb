using System.ComponentModel;
using InterviewAgent.Insights;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace InterviewAgent.Cli.Mcp.Tools;

/// <summary>Accounts beside what their people say: states, counts and days; no words.</summary>
internal sealed class AccountTools(Seat seat, InterviewAgent.Insights.Outward.ListAccounts accounts, InterviewAgent.Insights.Outward.ListFlags flags, ReadLedgers ledgers, InterviewAgentDb db)
{
    public sealed record Page(IReadOnlyList<Account> Accounts, [property: Description("Give it as `after` to get the next page; null: this was the last.")] string? Next);

    public sealed record Account(
        Guid Id, string Name, string? Owner, string? Segment, DateOnly SignedOn, DateOnly? RenewalOn, [property: Description("The account's own dashboard; null: unknown.")] string? Health,
        [property: Description("What is read of it beside the dashboard, in one sentence; null: not read yet.")] string? Why, bool? SilentSufferer, bool? AtRisk, bool? HasEnoughVoice);

    public sealed record Reading(
        Account Account, IReadOnlyList<Kind> Evidence, [property: Description("Somebody told the vendor.")] bool? ToldVendor, [property: Description("Real work rests on the product.")] bool? Depends,
        string? DriftFrom, IReadOnlyList<Promise> Promises, IReadOnlyList<Commitment> Commitments, IReadOnlyList<Guid> OpenFlags);

    [Description("One kind of evidence against the dashboard; kinds are never added up.")]
    public sealed record Kind(string Name, int People, bool IsQuoted, DateOnly Latest);

    public sealed record Promise(string Text, DateOnly? On, [property: Description("held, changed, contradicted, forgotten, notMentioned.")] string State, [property: Description("aligned, diverging, oneSided, unknown: a missing voice is never agreement.")] string Sides);

    public sealed record Commitment(string Code, [property: Description("Null: nobody spoke of it, which is not broken.")] string? Status, DateOnly? On);

    [McpServerTool(Name = "list_accounts", Title = "Accounts", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Accounts with what their people say beside their dashboard. In pages.")]
    public async Task<Page> ListAccounts(
        [Description("`next` of the page before.")] string? after = null, [Description("1 to 50.")] int limit = 20, CancellationToken cancellation = default)
    {
        var rows = await accounts.Of(seat.Viewer, Ask.Id(after, "after"), Ask.Limit(limit) + 1, cancellation: cancellation);
        return new Page([.. rows.Take(limit).Select(Of)], rows.Count > limit ? rows[limit - 1].Id.ToString() : null);
    }

    [McpServerTool(Name = "account_reading", Title = "Reading of an account", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("What is read of one account: evidence by kind, promises and what is heard of them, commitments, open flags. People are counted, never named. Words: search_quotes.")]
    public async Task<Reading> AccountReading([Description("Its id, or its whole name.")] string account, CancellationToken cancellation = default)
    {
        var id = Guid.TryParse(account, out var known) ? known : await Named(account, cancellation);
        if ((await accounts.Of(seat.Viewer, null, 1, id, cancellation)).SingleOrDefault() is not { } row)
        {
            throw new McpException("There is no such account that you may see. Ask list_accounts.");
        }
        var reading = row.Reading;
        var read = await ledgers.Of(row.Id, cancellation);
        var promises = await db.Promises.AsNoTracking().Where(promise => promise.AccountId == row.Id).OrderBy(promise => promise.On).ThenBy(promise => promise.ExternalId).Take(20).ToListAsync(cancellation);
        return new Reading(
            Of(row), [.. (reading?.Evidence ?? []).Select(Evidence)], reading?.ToldVendor, reading?.Depends, reading?.DriftFrom is { } from ? Ask.Name(from) : null,
            [.. promises.Select(promise => read?.Promises.GetValueOrDefault(promise.Id) is var line && line is null
                ? new Promise(RespondentWords.Clean(promise.Text, 300), promise.On, "notMentioned", "unknown")
                : new Promise(RespondentWords.Clean(promise.Text, 300), promise.On, Ask.Camel(line.State), Ask.Camel(line.View)))],
            [.. (read?.Ladder ?? []).Select(rung => new Commitment(rung.Code, rung.Status is { } status ? Ask.Camel(status) : null, rung.On))],
            [.. (await flags.Of(seat.Viewer, true, null, Ask.Most, row.Id, cancellation)).Select(flag => flag.Id)]);
    }

    /// <summary>Two accounts of one name are asked for by id.</summary>
    private async Task<Guid> Named(string name, CancellationToken cancellation)
    {
        var ids = await seat.Viewer.Sees(db.Accounts).Where(account => account.Name == name).Select(account => account.Id).Take(2).ToListAsync(cancellation);
        return ids.Count switch
        {
            1 => ids[0],
            0 => throw new McpException("There is no such account that you may see. Ask list_accounts."),
            _ => throw new McpException("Several accounts have this name: give the id, as list_accounts says it."),
        };
    }

    internal static Kind Evidence(Evidence kind) => new(Ask.Name(kind.Kind), kind.People, kind.IsQuoted, kind.Latest);

    private static Account Of(InterviewAgent.Insights.Outward.ListedAccount row) => new(
        row.Id, RespondentWords.Clean(row.Name), row.Owner is { } owner ? RespondentWords.Clean(owner) : null, row.Segment is { } segment ? RespondentWords.Clean(segment) : null,
        row.ContractSignedOn, row.RenewalOn, row.Health, row.Reading?.Why, row.Reading?.SilentSufferer, row.Reading?.AtRisk, row.Reading?.HasEnoughVoice);
}
