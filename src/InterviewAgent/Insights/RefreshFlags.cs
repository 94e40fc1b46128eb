using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>
/// Brings an account's flags in line with its reading: opens, renews, or takes back one that no longer holds. What a person has
/// closed stays closed until there is evidence it did not have.
/// </summary>
public sealed class RefreshFlags(InterviewAgentDb db, GatherVoices gather, TimeProvider clock)
{
    /// <summary>Changes are saved; call within the transaction of what changed, or after it. Null: no such account.</summary>
    public async Task<AccountReading?> Of(Guid accountId, CancellationToken cancellationToken = default)
    {
        if (await db.Accounts.FindAsync([accountId], cancellationToken) is not { } account
            || (await gather.Of([accountId], cancellationToken)).SingleOrDefault() is not { } voice)
        {
            return null;
        }
        var reading = ReadAccount.Read(voice);
        var flags = await db.Flags.Where(flag => flag.AccountId == accountId).ToListAsync(cancellationToken);
        var kind = KindOf(reading);
        flags.ForEach(flag => Forget(flag, voice));
        foreach (var flag in flags.Where(flag => flag.ClosedAt is null && flag.Kind != kind))
        {
            flag.ClosedAt = clock.GetUtcNow();
        }
        if (kind is { } raised)
        {
            await Raise(account, raised, reading, voice, [.. flags.Where(flag => flag.Kind == raised)], cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        return reading;
    }

    /// <summary>
    /// One flag an account, and only with evidence to show. A reading that allows no flag waits for more voice, except where the
    /// dashboard is red already: then there is nothing to be wrong about.
    /// </summary>
    public static FlagKind? KindOf(AccountReading reading) => reading switch
    {
        { SilentSufferer: true, AllowsFlag: true } => FlagKind.SilentSufferer,
        { SilentSufferer: false, AtRisk: true, HasEnoughVoice: true, Evidence.Count: > 0 } when reading is { AllowsFlag: true } or { Health: AccountHealth.Red } => FlagKind.AtRisk,
        _ => null,
    };

    private async Task Raise(Account account, FlagKind kind, AccountReading reading, AccountVoice voice, List<Flag> earlier, CancellationToken cancellation)
    {
        // Taken back without a person's verdict: the same flag again, not a second one.
        var open = earlier.Find(flag => flag.ClosedAt is null) ?? earlier.FindLast(flag => flag.Outcome is null);
        var isNew = open is null;
        if (open is null)
        {
            var judged = earlier.SelectMany(flag => EvidenceJson.Read(flag.Evidence)).ToList();
            if (earlier.Count > 0 && !EvidenceJson.IsNew(reading.Evidence, Together(judged)))
            {
                return;
            }
            var now = clock.GetUtcNow();
            open = new Flag
            {
                AccountId = account.Id, Kind = kind, OpenedAt = now, Why = "", Evidence = "[]", Owner = account.Owner,
                Due = FlagDue.Of(DateOnly.FromDateTime(now.UtcDateTime)),
            };
            db.Flags.Add(open);
            await RaiseEvent.Run(db, WebhookEvents.FlagOpened, account.Owner, () => FlagOpened.Of(open, account, reading), now, cancellation);
        }
        if (isNew || open.ClosedAt is not null)
        {
            using var span = Spans.Start("open flag")?.SetTag("flag.id", open.Id.ToString()).SetTag("flag.kind", kind.ToString()).SetTag("account.id", account.Id.ToString());
            Figures.FlagsOpened.Count(1, ("kind", kind), ("again", !isNew));
        }
        open.ClosedAt = null;
        open.Why = reading.Why;
        open.RestOn(reading.Evidence, voice);
    }

    /// <summary>What an old flag rests on and is not to be heard any more, because it was taken back or kept to totals, goes from it too.</summary>
    private static void Forget(Flag flag, AccountVoice voice)
    {
        var heard = voice.Interviews.Select(interview => interview.Id).ToHashSet();
        var evidence = EvidenceJson.Read(flag.Evidence);
        if (evidence.All(kind => kind.Interviews.All(heard.Contains)))
        {
            return;
        }
        flag.RestOn([.. evidence.Where(kind => kind.Interviews.Count == 0 || kind.Interviews.Any(heard.Contains))
            .Select(kind => kind.Interviews.All(heard.Contains) ? kind : kind with
            {
                Interviews = [.. kind.Interviews.Where(heard.Contains)], Findings = [], People = Math.Min(kind.People, kind.Interviews.Count(heard.Contains)),
            })], voice);
        flag.Why = "Part of what this rested on was taken back by the people who said it.";
    }

    private static List<Evidence> Together(List<Evidence> evidence) =>
        [.. evidence.GroupBy(kind => kind.Kind).Select(same => same.First() with { Interviews = [.. same.SelectMany(kind => kind.Interviews).Distinct()] })];
}
