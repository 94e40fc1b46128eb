using System.Text.Json;
using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>
/// Reads again every account whose voice has changed, one transaction each: its stored reading and its flags. A new interview
/// costs its own account and no other.
/// </summary>
public sealed class ReadVoices(IDbContextFactory<InterviewAgentDb> factory, TimeProvider clock) : ISweep
{
    private const int Batch = 200;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>How many accounts were read; 0 means that nothing is out of date.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        IReadOnlyList<Guid> outdated;
        await using (var db = await factory.CreateDbContextAsync(cancellation))
        {
            outdated = await new FindOutdated(db).Take(Batch, cancellation);
        }
        foreach (var accountId in outdated)
        {
            await Read(accountId, cancellation);
        }
        return outdated.Count;
    }

    /// <summary>What was last read of an account; null: nothing yet.</summary>
    public static AccountReading? Stored(VoiceReading? row) =>
        row is null ? null : JsonSerializer.Deserialize<AccountReading>(row.Reading, Options);

    private async Task Read(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await new RefreshFlags(db, new GatherVoices(db), clock).Of(accountId, cancellationToken) is not { } reading)
        {
            return;
        }
        var basis = await new FindOutdated(db).Now(accountId, cancellationToken);
        var row = await db.VoiceReadings.FindAsync([accountId], cancellationToken);
        if (row is null)
        {
            db.VoiceReadings.Add(row = new VoiceReading { AccountId = accountId, Reading = "" });
        }
        row.Reading = JsonSerializer.Serialize(reading, Options);
        row.At = clock.GetUtcNow();
        (row.Interviews, row.Versions, row.HealthReadings, row.Usage, row.Steps) =
            (basis.Interviews, basis.Versions, basis.HealthReadings, basis.Usage, basis.Steps);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
