using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>
/// Brings one account's part of the themes in line with its quotes, and the sums over all accounts by the difference: what it costs
/// grows with the account and with nothing else. Sums do not depend on the order in which accounts are read. Runs in the caller's transaction.
/// </summary>
internal sealed class CountThemes(InterviewAgentDb db, GroupQuotes group)
{
    /// <summary>True where something differed.</summary>
    public async Task<bool> Of(Guid accountId, CancellationToken cancellationToken)
    {
        var rules = await ThemeRules.Load(db, cancellationToken);
        var newest = await OpenWords.Interviews(db).Where(interview => interview.AccountId == accountId && (interview.AnalysedAt != null || interview.Status == InterviewStatus.Analysed))
            .GroupBy(interview => interview.RespondentId).Select(person => new { person.Key, On = person.Max(interview => interview.HeldOn) })
            .ToDictionaryAsync(person => person.Key, person => person.On, cancellationToken);
        var now = Voices(accountId, await group.Of([accountId], null, rules, cancellationToken), newest);
        var before = await db.ThemeVoices.Where(voice => voice.AccountId == accountId)
            .ToDictionaryAsync(voice => (voice.Code, voice.Term), cancellationToken);
        ThemeSums change = new();
        foreach (var (theme, voice) in before.Where(pair => !now.ContainsKey(pair.Key)))
        {
            change.Add(voice, -1);
            db.ThemeVoices.Remove(voice);
        }
        foreach (var (theme, voice) in now)
        {
            if (!before.TryGetValue(theme, out var stored))
            {
                change.Add(voice, 1);
                db.ThemeVoices.Add(voice);
            }
            else if ((stored.People, stored.Quotes, stored.StillSaid, stored.FirstWeek, stored.LastWeek) != (voice.People, voice.Quotes, voice.StillSaid, voice.FirstWeek, voice.LastWeek))
            {
                change.Add(stored, -1);
                change.Add(voice, 1);
                (stored.People, stored.Quotes, stored.StillSaid, stored.FirstWeek, stored.LastWeek) = (voice.People, voice.Quotes, voice.StillSaid, voice.FirstWeek, voice.LastWeek);
            }
        }
        var changed = db.ChangeTracker.HasChanges();
        await db.SaveChangesAsync(cancellationToken);
        await change.Store(db, cancellationToken);
        return changed;
    }

    private static Dictionary<(string Code, string Term), ThemeVoice> Voices(Guid accountId, IEnumerable<GroupedQuote> quotes, Dictionary<Guid, DateOnly> newest) => quotes
        .SelectMany(quote => quote.Themes.Select(term => (quote.Code, Term: term, Quote: quote)))
        .GroupBy(said => (said.Code, said.Term))
        .ToDictionary(theme => theme.Key, theme => new ThemeVoice
        {
            AccountId = accountId, Code = theme.Key.Code, Term = theme.Key.Term, Quotes = theme.Count(),
            People = theme.Select(said => said.Quote.RespondentId).Distinct().Count(),
            StillSaid = theme.Where(said => newest.TryGetValue(said.Quote.RespondentId, out var on) && said.Quote.HeldOn == on).Select(said => said.Quote.RespondentId).Distinct().Count(),
            FirstWeek = theme.Min(said => ThemeWeek.Of(said.Quote.HeldOn)), LastWeek = theme.Max(said => ThemeWeek.Of(said.Quote.HeldOn)),
        });
}
