using InterviewAgent.Accounts;
using InterviewAgent.Jobs;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>
/// What a person decides about a theme: a row that all later readings keep to, and an entry in the audit. The accounts that say it are
/// marked, and the sweep counts them anew.
/// </summary>
public sealed class DecideTheme(InterviewAgentDb db, ReadWords words, Wake wake, TimeProvider clock)
{
    private const int LongestName = 60;

    /// <param name="name">Empty: respondents' own words again.</param>
    /// <exception cref="BadInputException">Too long, or nothing but marks.</exception>
    public Task Rename(string code, string term, string? name, string who, CancellationToken cancellationToken = default)
    {
        var clean = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length > LongestName || clean.Length > 0 && !clean.Any(char.IsLetterOrDigit) || clean.Any(char.IsControl)
            ? throw new BadInputException("The name", $"it is longer than {LongestName} characters or holds no word", "Write a few words.")
            : Store(code, term, ThemeDecisionKind.Rename, clean.Length == 0 ? null : clean, $"named a theme {Shown(code, term)}", who, cancellationToken);
    }

    /// <param name="into">Null: on its own again.</param>
    /// <exception cref="BadInputException">There is no such theme, or it is already counted under this one.</exception>
    public async Task Merge(string code, string term, string? into, string who, CancellationToken cancellationToken = default)
    {
        var rules = await ThemeRules.Load(db, cancellationToken);
        if (into is not null && (into.Length == 0 || rules.Merged(code, into) == term || into == term
            || !await db.ThemeTotals.AnyAsync(total => total.Code == code && total.Term == into, cancellationToken)))
        {
            throw new BadInputException("The other theme", "there is none of that name in this code, or it is counted under this one already", "Choose one of the list.");
        }
        await Store(code, term, ThemeDecisionKind.Merge, into, into is null ? $"took a theme {Shown(code, term)} out again" : $"merged a theme {Shown(code, term)} into {into}", who, cancellationToken);
    }

    /// <summary>Quotes of the theme that hold this word too become a theme of their own. Merging it back undoes it.</summary>
    /// <exception cref="BadInputException">Not one word that says something by itself, or the theme's own.</exception>
    public Task Split(string code, string term, string word, string who, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(word);
        var named = words.Terms.Of(word.ToLowerInvariant()).Counted;
        return named.Count == 1 && !word.Trim().Any(char.IsWhiteSpace) && term.Length > 0 && !term.Split('+').Contains(named[0])
            ? Store(code, term, ThemeDecisionKind.Split, named[0], $"split a theme {Shown(code, term)} by {named[0]}", who, cancellationToken)
            : throw new BadInputException("The word", "it must be one word that quotes of this theme use, and not the theme's own", "Write a word such as: scanner.");
    }

    public Task Archive(string code, string term, bool archived, string who, CancellationToken cancellationToken = default) =>
        Store(code, term, ThemeDecisionKind.Archive, archived ? "archived" : null, $"{(archived ? "archived" : "restored")} a theme {Shown(code, term)}", who, cancellationToken);

    private Task Store(
        string code, string term, ThemeDecisionKind kind, string? value, string did, string who, CancellationToken cancellationToken) =>
        db.Whole(() => Once(code, term, kind, value, did, who, cancellationToken), cancellationToken);

    private async Task Once(
        string code, string term, ThemeDecisionKind kind, string? value, string did, string who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        ThemeDecision decision = new() { At = now, Who = who, Code = code, Term = term, Kind = kind, Value = value };
        db.ThemeDecisions.Add(decision);
        db.Audit.Add(new AuditEntry { At = now, Who = who, Did = did, Subject = decision.Id });
        await db.SaveChangesAsync(cancellationToken);
        if (kind is ThemeDecisionKind.Merge or ThemeDecisionKind.Split)
        {
            await MarkAccounts(code, term, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        wake.Up();
    }

    /// <summary>All that say the theme, or what is counted under another one because of an earlier decision.</summary>
    private async Task MarkAccounts(string code, string term, CancellationToken cancellationToken)
    {
        var counted = (await ThemeRules.Load(db, cancellationToken)).Merged(code, term);
        var earlier = await db.ThemeDecisions.Where(row => row.Code == code && row.Term == term && row.Kind == ThemeDecisionKind.Merge && row.Value != null)
            .Select(row => row.Value!).Distinct().ToListAsync(cancellationToken);
        var saying = await db.ThemeVoices
            .Where(voice => voice.Code == code && (voice.Term == term || voice.Term == counted || earlier.Contains(voice.Term)))
            .Select(voice => voice.AccountId).Distinct().ToListAsync(cancellationToken);
        db.OutdatedAccounts.AddRange(saying.Select(accountId => new OutdatedAccount { AccountId = accountId }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static string Shown(string code, string term) => $"{code}/{term}";
}
