using System.ComponentModel;
using InterviewAgent.Insights;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace InterviewAgent.Cli.Mcp.Tools;

/// <summary>Calls to look at an account. A call note is for a person and is not given here.</summary>
internal sealed class FlagTools(Seat seat, InterviewAgent.Insights.Outward.ListFlags flags, InterviewAgentDb db)
{
    public sealed record Page(IReadOnlyList<Item> Flags, [property: Description("Give it as `after` to get the next page; null: this was the last.")] string? Next);

    public sealed record Item(
        Guid Id, Guid AccountId, string Account, [property: Description("silentSufferer or atRisk.")] string Kind, DateTimeOffset OpenedAt, [property: Description("One sentence, without words of respondents.")] string Why,
        IReadOnlyList<AccountTools.Kind> Evidence, string? Owner, DateOnly? Due, [property: Description("acted, notUseful, alreadyKnown; null: none.")] string? Outcome, DateTimeOffset? ClosedAt);

    [McpServerTool(Name = "list_flags", Title = "Flags", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Flags, each with its reason and its kinds of evidence. In pages.")]
    public async Task<Page> ListFlags(
        [Description("open, or all.")] string state = "open", [Description("Of this account's id only.")] string? account = null, [Description("`next` of the page before.")] string? after = null,
        [Description("1 to 50.")] int limit = 20, CancellationToken cancellation = default)
    {
        if (state is not ("open" or "all"))
        {
            throw new McpException("'state' is open or all.");
        }
        var rows = await flags.Of(seat.Viewer, state == "open", Ask.Id(after, "after"), Ask.Limit(limit) + 1, Ask.Id(account, "account"), cancellation);
        var ids = rows.Select(flag => flag.AccountId).ToList();
        var names = await seat.Viewer.Sees(db.Accounts).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        return new Page([.. rows.Take(limit).Select(flag => new Item(
            flag.Id, flag.AccountId, RespondentWords.Clean(names[flag.AccountId]), Ask.Camel(flag.Kind), flag.OpenedAt, flag.Why, [.. EvidenceJson.Read(flag.Evidence).Select(AccountTools.Evidence)],
            flag.Owner is { } owner ? RespondentWords.Clean(owner) : null, flag.Due, flag.Outcome is { } outcome ? Ask.Camel(outcome) : null, flag.ClosedAt))],
            rows.Count > limit ? rows[limit - 1].Id.ToString() : null);
    }
}
