using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>The quotes of some accounts, each with the themes it is counted under. Words are read through Privacy: what is kept to totals is in no theme.</summary>
internal sealed class GroupQuotes(InterviewAgentDb db, ReadQuotes read, FindTerms terms)
{
    // Researchers are shown nobody's name, whatever was allowed: no name becomes a term.
    private static readonly Viewer Nobody = new("themes", ViewerRole.Researcher);

    /// <param name="code">Null: all codes.</param>
    public async Task<IReadOnlyList<GroupedQuote>> Of(
        IReadOnlyCollection<Guid> accountIds, string? code, ThemeRules rules, CancellationToken cancellationToken)
    {
        var places = await (
            from finding in db.Findings
            join interview in db.Interviews on finding.InterviewId equals interview.Id
            where accountIds.Contains(finding.AccountId) && finding.Verified && !finding.SetAside && (code == null || finding.Code == code)
                && (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.BrokenOff)
            from quote in finding.Quotes
            select new { finding.AccountId, finding.RespondentId, finding.Code, finding.Id, quote.TurnId, quote.Start, quote.Length, interview.HeldOn })
            .ToListAsync(cancellationToken);
        var shown = await read.Read(Nobody, [.. places.Select(place => new WordSpan(place.TurnId, place.Start, place.Length))], cancellationToken);
        return [.. places.Zip(shown).Where(pair => pair.Second.Words is not null).Select(pair => new GroupedQuote(
            pair.First.AccountId, pair.First.RespondentId, pair.First.Code, pair.First.Id, pair.Second.Span, pair.First.HeldOn, pair.Second.Words!,
            [.. rules.Of(pair.First.Code, terms.Of(pair.Second.Words!))]))];
    }
}

/// <param name="Words">As they may be shown without a name.</param>
/// <param name="Themes">Terms; the empty one is the code as a whole.</param>
internal sealed record GroupedQuote(
    Guid AccountId, Guid RespondentId, string Code, Guid FindingId, WordSpan Span, DateOnly HeldOn, string Words, IReadOnlyList<string> Themes);
