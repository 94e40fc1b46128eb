using System.Text.Json;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Insights.Summaries;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>
/// Brings what is stored of one account in line with what its people said: its reading, its flags, its part of the themes and its summary. The one way in which they
/// are written, by the sweep and by a rebuild, so that both come to the same. Runs in the caller's transaction.
/// </summary>
internal sealed class ReadAgain(InterviewAgentDb db, ReadWords words, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>What of it was not as it should have been; the marks that were there are taken away. Null: no such account.</summary>
    public async Task<Changed?> Of(Guid accountId, CancellationToken cancellationToken)
    {
        // First the marks, then what they speak of: a change that comes between the two keeps its mark.
        var seen = await db.OutdatedAccounts.Where(mark => mark.AccountId == accountId).Select(mark => mark.Id).ToListAsync(cancellationToken);
        await db.OutdatedAccounts.Where(mark => seen.Contains(mark.Id)).ExecuteDeleteAsync(cancellationToken);
        var flags = await Flags(accountId, cancellationToken);
        if (await new RefreshFlags(db, new GatherVoices(db), clock).Of(accountId, cancellationToken) is not { } reading)
        {
            return null;
        }
        return new Changed(
            await Store(accountId, JsonSerializer.Serialize(reading, Options), cancellationToken),
            !flags.SequenceEqual(await Flags(accountId, cancellationToken)),
            await new CountThemes(db, words.On(db)).Of(accountId, cancellationToken),
            await new SummariseAccount(db).Of(accountId, cancellationToken));
    }

    public static AccountReading? Stored(VoiceReading? row) =>
        row is null ? null : JsonSerializer.Deserialize<AccountReading>(row.Reading, Options);

    private async Task<bool> Store(Guid accountId, string reading, CancellationToken cancellationToken)
    {
        var row = await db.VoiceReadings.FindAsync([accountId], cancellationToken);
        var changed = row?.Reading != reading;
        if (row is null)
        {
            db.VoiceReadings.Add(row = new VoiceReading { AccountId = accountId, Reading = reading });
        }
        (row.Reading, row.At) = (reading, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    private async Task<List<(Guid, FlagKind, string, string, bool)>> Flags(Guid accountId, CancellationToken cancellationToken) =>
        (await db.Flags.AsNoTracking().Where(flag => flag.AccountId == accountId).OrderBy(flag => flag.Id).ToListAsync(cancellationToken))
            .ConvertAll(flag => (flag.Id, flag.Kind, flag.Why, flag.Evidence, flag.ClosedAt is null));
}

/// <summary>Which of an account's insights differed from what is stored.</summary>
public sealed record Changed(bool Reading, bool Flags, bool Themes, bool Summary)
{
    public bool Any => Reading || Flags || Themes || Summary;
}
