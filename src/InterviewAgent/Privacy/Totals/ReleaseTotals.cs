using InterviewAgent.Analysis;
using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Totals;

/// <summary>Once a week: the voices kept to totals that have gathered since are released in atoms. Between two Mondays no count of them moves.</summary>
public sealed class ReleaseTotals(InterviewAgentDb db, TimeProvider clock) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        await using var transaction = await db.BeginAlone("totals", cancellation);
        if (await db.TotalsWeeks.AnyAsync(week => week.Monday == monday, cancellation))
        {
            return 0;
        }
        var waiting = await Waiting(cancellation);
        foreach (var code in waiting.GroupBy(one => one.Code, one => one.Voice).OrderBy(code => code.Key, StringComparer.Ordinal))
        {
            foreach (var formed in FormAtoms.Of([.. code.DistinctBy(voice => voice.Person)]))
            {
                var atom = new TotalsAtom
                {
                    Code = code.Key, Segment = formed.Segment, Week = monday, People = formed.Voices.Count,
                    Accounts = formed.Voices.Select(voice => voice.Account).Distinct().Count(),
                };
                db.TotalsAtoms.Add(atom);
                db.TotalsMembers.AddRange(formed.Voices.Select(voice => new TotalsMember { Code = code.Key, RespondentId = voice.Person, AtomId = atom.Id }));
            }
        }
        db.TotalsWeeks.Add(new TotalsWeek { Monday = monday });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return 1;
    }

    /// <summary>Who says a code in words kept to totals, nowhere else, and is in no atom of it yet. What is to be deleted counts nowhere.</summary>
    private async Task<List<(string Code, KeptVoice Voice)>> Waiting(CancellationToken cancellation)
    {
        var choosing = await db.Interviews.AsNoTracking()
            .Where(interview => interview.Visibility == Visibility.TotalsOnly || interview.Choices.Any(choice => choice.Visibility == Visibility.TotalsOnly))
            .Select(interview => interview.AccountId).Distinct().ToListAsync(cancellation);
        var usable = await new FindUsable(db).Of(choosing, cancellation);
        var found = await db.Findings.AsNoTracking().Include(finding => finding.Quotes)
            .Where(finding => choosing.Contains(finding.AccountId) && finding.Verified && !finding.SetAside && finding.Kind != FindingKind.Commitment
                && !db.TotalsMembers.Any(member => member.Code == finding.Code && member.RespondentId == finding.RespondentId))
            .ToListAsync(cancellation);
        var segments = await db.Accounts.Where(account => choosing.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Segment, cancellation);
        return [.. found.GroupBy(finding => (finding.Code, finding.RespondentId, finding.AccountId))
            .Where(person => person.All(finding => finding.Quotes.TrueForAll(quote => !usable.Allows(new WordSpan(quote.TurnId, quote.Start, quote.Length)))))
            .Select(person => (person.Key.Code, new KeptVoice(person.Key.RespondentId, person.Key.AccountId, segments[person.Key.AccountId])))];
    }
}
