using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights.SubThemes;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>Codes across the accounts asked for, most accounts first.</summary>
public sealed class LoadThemes(ReadThemes themes, Codebook codebook, TimeProvider clock)
{
    /// <param name="accounts">Null: all there are.</param>
    public async Task<IReadOnlyList<ThemeRow>> Rows(IQueryable<Account>? accounts, IReadOnlyCollection<FindingKind> kinds, int most, CancellationToken cancellationToken)
    {
        var codes = codebook.Entries.Where(entry => kinds.Contains(entry.Kind)).ToDictionary(entry => entry.Code);
        return [.. (await themes.Wholes(accounts, codes.Keys, ThemesSince.Of(null, clock), most, cancellationToken)).Select(theme => new ThemeRow(
            codes[theme.Code].Kind, theme.Code, codes[theme.Code].Name, theme.People, theme.Accounts, theme.Now - theme.Then, theme.Weeks))];
    }
}
