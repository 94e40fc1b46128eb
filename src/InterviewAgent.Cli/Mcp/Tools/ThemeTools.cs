using System.ComponentModel;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights.Outward;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Privacy.Totals;
using InterviewAgent.Storage;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace InterviewAgent.Cli.Mcp.Tools;

/// <summary>What is heard across accounts, people and accounts counted apart.</summary>
internal sealed class ThemeTools(Seat seat, InterviewAgentDb db, ReadThemes themes, FindQuotes find, ReadTotals totals, Codebook codebook, TimeProvider clock)
{
    private const int MostParts = 10, MostAccounts = 10, QuotesEach = 2, SinceDays = 7;

    public sealed record All(IReadOnlyList<Part> Themes);

    /// <param name="Now">Accounts in which it is alive now.</param>
    public sealed record Part(
        string Code, [property: Description("Empty: the code as a whole; else a word that its sentences have in common.")] string Term, string Name, int People, int Accounts,
        [property: Description("Accounts in which it is alive this week.")] int Now, [property: Description("new, grown, same, shrunk, gone: against a week ago.")] string Change);

    public sealed record One(
        string Notice, Part Theme, [property: Description("What the code means.")] string Means, IReadOnlyList<Part> Parts,
        [property: Description("People beside those counted, who say it in totals only: lots of five and more in three accounts and more, released weekly. 0 also where it is hidden to protect.")] int KeptToTotals,
        IReadOnlyList<QuoteTools.Said> Quotes);

    [McpServerTool(Name = "list_themes", Title = "Themes", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Every code that somebody has spoken of, most accounts first.")]
    public async Task<All> ListThemes(CancellationToken cancellation = default)
    {
        List<Part> heard = [];
        foreach (var entry in codebook.Entries)
        {
            heard.AddRange((await themes.Of(Only, entry.Code, Since, 0, cancellation)).Where(theme => theme.Term.Length == 0).Select(PartOf));
        }
        return new All([.. heard.OrderByDescending(theme => theme.Accounts).ThenByDescending(theme => theme.People).ThenBy(theme => theme.Code, StringComparer.Ordinal)]);
    }

    [McpServerTool(Name = "theme", Title = "Theme", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("One code, or one theme within it: where it is heard, its parts, and the newest words that their speakers let be seen.")]
    public async Task<One> Theme(
        [Description("A code, as list_themes says it: operational.old-workflow.")] string code, [Description("A `term` of the code's parts; without it, the code as a whole.")] string? term = null,
        CancellationToken cancellation = default)
    {
        if (codebook.Entries.FirstOrDefault(entry => entry.Code == code) is not { } known)
        {
            throw new McpException($"There is no such code. They are: {string.Join(", ", codebook.Entries.Select(entry => entry.Code))}.");
        }
        var all = await themes.Of(Only, code, Since, MostParts, cancellation);
        var theme = string.IsNullOrEmpty(term) ? all.FirstOrDefault(part => part.Term.Length == 0) : await themes.One(Only, code, term, Since, cancellation);
        if (theme is null && !string.IsNullOrEmpty(term))
        {
            throw new McpException("Fewer than two people in two accounts say that, or nobody. Leave 'term' out to see the code's parts.");
        }
        // As on the page of a theme: a sum over all accounts is for those who see all, and not for a part of a code.
        var kept = string.IsNullOrEmpty(term) && Only is null ? (await totals.People(cancellation: cancellation)).GetValueOrDefault(code) : 0;
        return new One(
            RespondentWords.Notice, theme is null ? new Part(code, "", known.Name, 0, 0, 0, "same") : PartOf(theme), known.Is,
            [.. all.Where(part => part is { Term.Length: > 0, IsArchived: false } && part.Term != term).Select(PartOf)], kept, theme is null ? [] : await Quotes(theme, cancellation));
    }

    private async Task<IReadOnlyList<QuoteTools.Said>> Quotes(ThemePicture theme, CancellationToken cancellation)
    {
        var places = (await themes.Accounts(Only, theme.Code, theme.Term, MostAccounts, cancellation)).SelectMany(account => account.Quotes.Take(QuotesEach)).ToList();
        var spans = places.Select(place => place.Span).ToHashSet();
        var shown = (await find.OfFindings(seat.Viewer, [.. places.Select(place => place.FindingId).Distinct()], cancellation))
            .Select(one => one.Quote).Where(quote => spans.Contains(quote.Span)).DistinctBy(quote => quote.Words).ToList();
        return await QuoteTools.Of(seat.Viewer, find, shown, cancellation);
    }

    /// <summary>Null where these are all accounts: then the sums over all may be shown.</summary>
    private IQueryable<Account>? Only => seat.Viewer.Owner is null ? null : seat.Viewer.Sees(db.Accounts);

    private DateOnly Since => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-SinceDays);

    /// <summary>A part is named in respondents' words, and fenced as they are.</summary>
    private Part PartOf(ThemePicture theme) => new(
        theme.Code, RespondentWords.Clean(theme.Term, 60), theme.Term.Length == 0 ? codebook.NameOf(theme.Code) : RespondentWords.Fence(theme.Name ?? theme.Term),
        theme.People, theme.Accounts, theme.Now, Ask.Camel(theme.Change));
}
