using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>What many accounts say, by code; people and accounts are counted apart, since one loud account is not a theme.</summary>
public static class Themes
{
    /// <summary>One theme a code, most accounts first, then most people. Commitments are not themes.</summary>
    /// <param name="since">Interviews from this day on are "now"; those before it are "before".</param>
    public static IReadOnlyList<Theme> Of(IReadOnlyCollection<AccountVoice> voices, DateOnly since)
    {
        ArgumentNullException.ThrowIfNull(voices);
        return [.. voices
            .SelectMany(voice => voice.Interviews.SelectMany(interview => interview.Findings
                .Where(finding => finding.Kind != FindingKind.Commitment)
                .Select(finding => (voice.Id, interview.Person, finding.Code, finding.Kind, Now: interview.HeldOn >= since))))
            .GroupBy(said => (said.Code, said.Kind))
            .Select(code => new Theme(
                code.Key.Code, code.Key.Kind,
                code.Where(said => said.Now).Select(said => said.Id).Distinct().Count(),
                code.Where(said => said.Now).Select(said => (said.Id, said.Person)).Distinct().Count(),
                code.Where(said => !said.Now).Select(said => said.Id).Distinct().Count()))
            .OrderByDescending(theme => theme.Accounts).ThenByDescending(theme => theme.People)
            .ThenBy(theme => theme.Code, StringComparer.Ordinal)];
    }
}

/// <param name="AccountsBefore">Accounts that said so before the period.</param>
public sealed record Theme(string Code, FindingKind Kind, int Accounts, int People, int AccountsBefore)
{
    public ThemeChange Change => (AccountsBefore, Accounts) switch
    {
        (0, _) => ThemeChange.New,
        (_, 0) => ThemeChange.Gone,
        var (before, now) when now > before => ThemeChange.Grown,
        var (before, now) when now < before => ThemeChange.Shrunk,
        _ => ThemeChange.Same,
    };
}

public enum ThemeChange { New, Grown, Same, Shrunk, Gone }
