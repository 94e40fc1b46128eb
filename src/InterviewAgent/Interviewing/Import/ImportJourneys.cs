using InterviewAgent.Accounts;
using InterviewAgent.Accounts.Import;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Import;

/// <summary>
/// Takes in account journeys, interviews included. The file is read twice: once to name every fault before anything is
/// touched, then to write it in one transaction, all or nothing. The same file again changes nothing.
/// </summary>
public sealed class ImportJourneys(IDbContextFactory<InterviewAgentDb> factory)
{
    /// <param name="file">UTF-8, one record a line; must be able to seek.</param>
    /// <param name="dryRun">True: does all the work and then takes it back.</param>
    public async Task<ImportReport> Run(Stream file, bool dryRun, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ImportProblems problems = new();
        Tally tally = new();
        var rows = JourneyFile.Read(file, problems).Count();
        if (problems.Count == 0)
        {
            file.Position = 0;
            await Write(JourneyFile.Read(file, new ImportProblems()), problems, tally, dryRun, cancellation);
        }

        return new ImportReport("journeys", rows, problems.Count == 0 && !dryRun,
            tally.Result(), problems.Kept, problems.Count, problems.Notices);
    }

    private async Task Write(
        IEnumerable<Journey> journeys, ImportProblems problems, Tally tally, bool dryRun, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.BeginAlone("import", cancellation);
        var erased = await Erased.Load(db, cancellation);
        foreach (var journey in journeys)
        {
            var accountId = await Write(db, journey, erased, problems, tally, cancellation);
            tally.Count(db.ChangeTracker);
            if (db.ChangeTracker.HasChanges())
            {
                OutdatedAccount.Mark(db, accountId);
            }

            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        if (problems.Count == 0 && !dryRun)
        {
            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>The id of the account.</summary>
    private static async Task<Guid> Write(
        InterviewAgentDb db, Journey journey, Erased erased, ImportProblems problems, Tally tally, CancellationToken cancellation)
    {
        var record = journey.Account;
        var loaded = await LoadedAccount.Find(db, record.Account.Id, cancellation) ?? LoadedAccount.New(db, record.Account);
        record.Onto(loaded.Account);
        AddInterviews interviews = new(db, loaded, erased, problems);
        await interviews.Add(journey.Interviews, cancellation);
        AddCheckIns(db, journey, loaded, erased, problems);

        tally.Mention("accounts", 1);
        tally.Mention("respondents", journey.Interviews.Select(interview => interview.Participant.Id)
            .Concat(record.CheckIns.Select(checkIn => checkIn.Respondent.Id)).Distinct().Count());
        tally.Mention("promises", record.Promises.Count);
        tally.Mention("health", record.Health.Count);
        tally.Mention("usage", record.Usage.Count);
        tally.Mention("checkIns", Math.Max(record.CheckIns.Count, journey.Interviews.Count));
        tally.Mention("interviews", journey.Interviews.Count);
        return loaded.Account.Id;
    }

    private static void AddCheckIns(
        InterviewAgentDb db, Journey journey, LoadedAccount loaded, Erased erased, ImportProblems problems)
    {
        foreach (var row in journey.Account.CheckIns)
        {
            var id = row.Respondent.Id;
            if (erased.Holds(loaded.Account, id))
            {
                problems.Notice($"line {journey.Line}: {ImportProblems.Show(id)} was erased; their check-in stays out.");
                continue;
            }

            if (row.Respondent.Role is null && loaded.Account.Person(id) is null)
            {
                problems.Notice($"line {journey.Line}: nothing says the role of {ImportProblems.Show(id)}, "
                    + "who was invited and not interviewed; taken as end-user until a file of respondents says it.");
            }

            var checkpoint = row.Checkpoint ?? Held(row, journey)?.Checkpoint ?? loaded.CheckpointOf(row.Due);
            loaded.CheckIn(db, row.Respondent.Onto(loaded.Account, [checkpoint]), checkpoint, row.Due).Take(row);
        }
    }

    // A check-in and its interview name the same occasion, although one may have been due days before the other was held.
    private static InterviewRecord? Held(CheckInRow row, Journey journey) => journey.Interviews
        .Where(interview => interview.Participant.Id == row.Respondent.Id)
        .Select(interview => (interview, days: Math.Abs(interview.HeldOn.DayNumber - row.Due.DayNumber)))
        .Where(pair => pair.days <= 14)
        .OrderBy(pair => pair.days).FirstOrDefault().interview;
}
