using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Promises;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>Brings together what a note is written from. What is kept to totals or taken back since the flag opened is left out here, word by word.</summary>
public sealed class LoadCallNoteFacts(InterviewAgentDb db, ReadQuotes quotes, ReadLedgers ledgers, GatherVoices gather, TimeProvider clock)
{
    /// <summary>Null: no such flag, or none of an account that this viewer may know of. A researcher knows of none: a note is about an account by name.</summary>
    public async Task<CallNoteFacts?> Of(Viewer viewer, Guid flagId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.MaySeeNames || await db.Flags.AsNoTracking().SingleOrDefaultAsync(row => row.Id == flagId, cancellation) is not { } flag
            || await viewer.Sees(db.Accounts.AsNoTracking()).AsSplitQuery().Include(row => row.Promises).Include(row => row.Health).Include(row => row.Usage).Include(row => row.Respondents)
                .SingleOrDefaultAsync(row => row.Id == flag.AccountId, cancellation) is not { } account
            || (await gather.Of([account.Id], cancellation)).SingleOrDefault() is not { } voice)
        {
            return null;
        }
        var evidence = StillHeard(EvidenceJson.Read(flag.Evidence), voice);
        return new CallNoteFacts
        {
            Flag = flag, Account = account, Evidence = evidence, Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            Said = await Said(viewer, account, evidence, cancellation), Promise = Concerned(account, await ledgers.Of(account.Id, cancellation)), Newly = Newly(voice),
            Earlier = await db.Flags.AsNoTracking().Where(row => row.AccountId == account.Id && row.Id != flag.Id && row.ClosedAt != null && row.OpenedAt <= flag.OpenedAt)
                .OrderByDescending(row => row.ClosedAt).Take(10).ToListAsync(cancellation),
        };
    }

    /// <summary>A flag is read again within moments of a change; until then it may rest on what was taken back.</summary>
    private static IReadOnlyList<Evidence> StillHeard(IReadOnlyList<Evidence> evidence, AccountVoice voice)
    {
        var people = voice.Interviews.ToDictionary(interview => interview.Id, interview => interview.Person);
        return [.. evidence.Where(kind => kind.Interviews.Count == 0 || kind.Interviews.Any(people.ContainsKey)).Select(kind => kind.Interviews.Count == 0 ? kind : kind with
        {
            Interviews = [.. kind.Interviews.Where(people.ContainsKey)], People = Math.Min(kind.People, kind.Interviews.Where(people.ContainsKey).Select(id => people[id]).Distinct().Count()),
        })];
    }

    private async Task<IReadOnlyList<HeardSaid>> Said(Viewer viewer, Account account, IReadOnlyList<Evidence> evidence, CancellationToken cancellation)
    {
        Guid[] ids = [.. evidence.SelectMany(kind => kind.Findings).Select(id => Guid.TryParse(id, out var found) ? found : Guid.Empty).Distinct()];
        var places = await (
            from finding in OpenWords.Findings(db)
            join quote in db.Set<Quote>() on finding.Id equals quote.FindingId
            join turn in db.Turns on quote.TurnId equals turn.Id
            where finding.AccountId == account.Id && ids.Contains(finding.Id)
            select new { finding.Id, finding.Code, finding.RespondentId, finding.InterviewId, quote.TurnId, quote.Start, quote.Length, turn.N }).ToListAsync(cancellation);
        var shown = await quotes.Read(viewer, [.. places.Select(place => new WordSpan(place.TurnId, place.Start, place.Length))], cancellation);
        return [.. places.Zip(shown).Where(pair => pair.Second.Words is not null)
            .Select(pair => pair.Second.Name is { } name
                ? new HeardSaid(pair.First.Code, pair.First.RespondentId, pair.Second.Role!.Value, pair.Second.HeldOn!.Value, name, pair.Second.Words, FormattableString.Invariant($"/interviews/{pair.First.InterviewId}#turn-{pair.First.N}"))
                : new HeardSaid(pair.First.Code, pair.First.RespondentId, pair.Second.Role!.Value, pair.Second.HeldOn!.Value))
            .OrderByDescending(said => said.On).ThenBy(said => said.Code, StringComparer.Ordinal).ThenBy(said => said.Words, StringComparer.Ordinal)];
    }

    /// <summary>The one of which the gravest is heard; of several, or where nothing is heard, the oldest.</summary>
    private static (Promise, PromiseState)? Concerned(Account account, AccountLedgers? read) => account.Promises
        .Select(promise => (Promise: promise, State: read?.Promises.GetValueOrDefault(promise.Id)?.State ?? PromiseState.NotMentioned))
        .OrderByDescending(one => one.State > PromiseState.Held ? one.State : PromiseState.NotMentioned)
        .ThenBy(one => one.Promise.On ?? DateOnly.MaxValue).ThenBy(one => one.Promise.ExternalId, StringComparer.Ordinal)
        .Select(one => ((Promise, PromiseState)?)one).FirstOrDefault();

    private static NewlyHeard? Newly(AccountVoice voice)
    {
        if (voice.Interviews.Count == 0)
        {
            return null;
        }
        var newest = voice.Interviews.Max(interview => interview.Checkpoint);
        var parts = voice.Interviews.ToLookup(interview => interview.Checkpoint == newest);
        var (now, before) = (Codes(parts[true]), Codes(parts[false]));
        var on = parts[true].Max(interview => interview.HeldOn);
        return parts[false].Any() ? new NewlyHeard(newest, on, [.. now.Except(before)], [.. before.Except(now)]) : new NewlyHeard(newest, on, null, null);
    }

    private static List<string> Codes(IEnumerable<HeardInterview> interviews) =>
        [.. interviews.SelectMany(interview => interview.Findings).Where(finding => finding.Kind is FindingKind.Friction or FindingKind.Drift)
            .GroupBy(finding => finding.Code).OrderByDescending(code => code.Max(finding => finding.Severity)).ThenBy(code => code.Key, StringComparer.Ordinal).Select(code => code.Key)];
}
