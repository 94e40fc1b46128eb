using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Jobs;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Analysis;

/// <summary>
/// Codes with a model what the built-in coder has coded: until then, and where the model's answer cannot be used, the built-in result
/// stands. The interview waits as a row while a provider is down; the call is made outside of any transaction.
/// </summary>
public sealed partial class CodeWithModel(
    IDbContextFactory<InterviewAgentDb> factory, ModelCoder coder, ModelCodingPause pause, AnalysisFailures failures,
    IOptions<AnalysisOptions> options, IOptions<InterviewingOptions> interviewing, TimeProvider clock, ILogger<CodeWithModel> logger) : ISweep
{
    private const int Batch = 20;

    /// <summary>In calls: longer than the windows of a long interview with their second tries take.</summary>
    private const int LeaseCalls = 6;

    public async Task<int> Run(CancellationToken cancellation)
    {
        var done = 0;
        foreach (var id in pause.IsOver(clock.GetUtcNow()) ? await Waiting(cancellation) : [])
        {
            try
            {
                var (finished, retryAfter) = await Code(id, cancellation);
                done += finished ? 1 : 0;
                if (retryAfter is { } rest)
                {
                    pause.Until(clock.GetUtcNow() + rest); // What stopped this one stops the next: all of them wait.
                    break;
                }
            }
#pragma warning disable CA1031 // The oldest comes first at every sweep: an interview that cannot be coded must not keep all others from it.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failures.Remember(id, clock.GetUtcNow());
                Figures.Coded.Count(1, ("coder", "model"), ("outcome", "failed"));
                Log.Failed(logger, id, failure);
            }
        }

        return done;
    }

    private async Task<(bool Finished, TimeSpan? RetryAfter)> Code(Guid interviewId, CancellationToken cancellation)
    {
        var claim = Guid.NewGuid();
        if (!await Claim(interviewId, claim, cancellation))
            return (false, null);
        try
        {
            return await Code(interviewId, claim, cancellation);
        }
        finally
        {
            await Release(interviewId, claim);
        }
    }

    /// <summary>False: another server has it, or it is done.</summary>
    private async Task<bool> Claim(Guid id, Guid claim, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        var until = now.AddSeconds(options.Value.CallSeconds * LeaseCalls);
        return await db.Interviews
            .Where(interview => interview.Id == id && interview.ModelCodingOwedSince != null && (interview.ModelCodingUntil == null || interview.ModelCodingUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(interview => interview.ModelCodingBy, claim).SetProperty(interview => interview.ModelCodingUntil, until), cancellation) == 1;
    }

    private async Task Release(Guid id, Guid claim)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await db.Interviews.Where(interview => interview.Id == id && interview.ModelCodingBy == claim).ExecuteUpdateAsync(set => set
            .SetProperty(interview => interview.ModelCodingBy, (Guid?)null).SetProperty(interview => interview.ModelCodingUntil, (DateTimeOffset?)null));
    }

    private async Task<(bool Finished, TimeSpan? RetryAfter)> Code(Guid interviewId, Guid claim, CancellationToken cancellation)
    {
        var (interview, account) = await Load(interviewId, cancellation);
        if (interview is null || account is null)
            return (false, null);
        using var span = Spans.GoOn("code interview", interview.Turns.LastHeard()?.TraceParent);
        var role = account.Respondents.Single(person => person.Id == interview.RespondentId).Role;
        var result = await coder.Code(
            TranscriptOf.Interview(interview, role),
            new ModelSubject(interview.AccountId, interview.RespondentId, interview.Id, null, interview.GuideHash, interview.RulesVersion),
            KnownPeople.Of(account, interviewing.Value.Vendor, interviewing.Value.Product), cancellation);
        if (result is Waits waits)
        {
            Log.Waits(logger, interviewId, waits.Outcome);
            span.Failed(waits.Outcome);
            Figures.Coded.Count(1, ("coder", "model"), ("outcome", "waits"));
            return (false, waits.RetryAfter is { } after && after > ModelCodingPause.Shortest ? after : ModelCodingPause.Shortest);
        }
        if (await Write(interview, claim, result, cancellation))
            return (true, null);
        failures.Remember(interviewId, clock.GetUtcNow()); // It changed while the model read it: its own turn comes again later.
        return (false, null);
    }

    /// <summary>False: the interview is not what it was when the model read it, or it was erased.</summary>
    private async Task<bool> Write(Interview read, Guid claim, ModelCodingResult result, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.Whole(() => Write(db, read, claim, result, cancellation), cancellation);
    }

    private async Task<bool> Write(InterviewAgentDb db, Interview read, Guid claim, ModelCodingResult result, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var interview = await db.Interviews.Include(found => found.Turns).SingleOrDefaultAsync(found => found.Id == read.Id, cancellation);
        if (interview is null || interview.Version != read.Version || interview.ModelCodingOwedSince is null || interview.ModelCodingBy != claim
            || await AnalyseInterviews.IsErased(db, interview, cancellation))
            return false;
        if (result is Coded { Interview: var coded })
            await Keep(db, interview, coded, cancellation);
        (interview.ModelCoding, interview.ModelCodingOwedSince) = (result is Unusable unusable ? unusable.Outcome : nameof(Coded), null);
        interview.Version++;
        OutdatedAccount.Mark(db, interview.AccountId);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        failures.Forget(interview.Id);
        if (result is Coded)
            TellFindings.Of(db, interview, coder.Origin);
        else
            Figures.Coded.Count(1, ("coder", "model"), ("outcome", "unusable"));
        return true;
    }

    private async Task Keep(InterviewAgentDb db, Interview interview, CodedInterview coded, CancellationToken cancellation)
    {
        var counts = options.Value.Counts == AnalysisOptions.Model;
        FindingRows.AddFindings(db, interview, coded, coder.Origin, setAside: !counts);
        if (!counts)
            return;
        await db.Findings.Where(finding => finding.InterviewId == interview.Id && finding.Origin == FindingRows.BuiltIn)
            .ExecuteUpdateAsync(row => row.SetProperty(finding => finding.SetAside, true), cancellation);
        await db.TurnSentiments.Where(sentiment => sentiment.InterviewId == interview.Id).ExecuteDeleteAsync(cancellation);
        FindingRows.AddSentiment(db, interview, coded);
    }

    private async Task<(Interview?, Account?)> Load(Guid id, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var interview = await db.Interviews.AsNoTracking().Include(found => found.Turns)
            .SingleOrDefaultAsync(found => found.Id == id && found.ModelCodingOwedSince != null, cancellation);
        return interview is null ? (null, null) : (interview, await db.Accounts.AsNoTracking().Include(account => account.Respondents)
            .Include(account => account.Promises).SingleAsync(account => account.Id == interview.AccountId, cancellation));
    }

    private async Task<IReadOnlyList<Guid>> Waiting(CancellationToken cancellation)
    {
        if (!coder.IsConfigured)
            return [];
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        var resting = failures.Resting(now);
        return await db.Interviews.Where(interview => interview.ModelCodingOwedSince != null && (interview.ModelCodingUntil == null || interview.ModelCodingUntil < now) && !resting.Contains(interview.Id))
            .OrderBy(interview => interview.ModelCodingOwedSince).Select(interview => interview.Id).Take(Batch).ToListAsync(cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The model cannot code interview {Interview} now ({Outcome}); it waits, and the built-in coder's findings stand.")]
        public static partial void Waits(ILogger logger, Guid interview, string outcome);

        [LoggerMessage(2, LogLevel.Error, "Interview {Interview} could not be coded with the model; it is tried again later, and the built-in coder's findings stand.")]
        public static partial void Failed(ILogger logger, Guid interview, Exception failure);
    }
}

/// <summary>Until when no interview is given to the model. In memory only: a restart may bring the mend.</summary>
public sealed class ModelCodingPause
{
    internal static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);
    private long until;

    internal bool IsOver(DateTimeOffset now) => now.UtcTicks >= Interlocked.Read(ref until);
    internal void Until(DateTimeOffset time) => Interlocked.Exchange(ref until, time.UtcTicks);
}
