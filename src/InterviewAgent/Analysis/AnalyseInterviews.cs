using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Jobs;
using InterviewAgent.LanguageModels;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Analysis;

/// <summary>
/// Codes interviews that have ended and were not analysed, each in one transaction: reading, coding, the look at the tombstones
/// and writing see the same state, so that nothing of an erased respondent can come back.
/// </summary>
public sealed partial class AnalyseInterviews(
    IDbContextFactory<InterviewAgentDb> factory, CodeInterview code, AnalysisFailures failures, TimeProvider clock,
    ILogger<AnalyseInterviews> logger, CallModel? model = null) : ISweep
{
    /// <summary>Interviews in one sweep: enough to keep up, few enough that other work gets its turn.</summary>
    private const int Batch = 50;

    public async Task<int> Run(CancellationToken cancellation)
    {
        var done = 0;
        foreach (var id in await Waiting(cancellation))
        {
            try
            {
                done += await Analyse(id, cancellation) ? 1 : 0;
                failures.Forget(id);
            }
#pragma warning disable CA1031 // One interview that cannot be coded must not keep the others from being read.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failures.Remember(id, clock.GetUtcNow());
                Figures.Coded.Count(1, ("coder", FindingRows.BuiltIn), ("outcome", "failed"));
                Log.Failed(logger, id, failure);
            }
        }

        return done;
    }

    /// <summary>False when there was nothing to do: erased or analysed in the meantime.</summary>
    public async Task<bool> Analyse(Guid interviewId, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.Whole(() => Analyse(db, interviewId, cancellation), cancellation);
    }

    private async Task<bool> Analyse(InterviewAgentDb db, Guid interviewId, CancellationToken cancellation)
    {
        await using var transaction = await db.TryBeginAlone($"interview {interviewId:N}", cancellation);
        if (transaction is null)
        {
            return false;
        }
        var interview = await db.Interviews.Include(found => found.Turns)
            .SingleOrDefaultAsync(found => found.Id == interviewId, cancellation);
        if (interview is null || !IsWaiting(interview) || await IsErased(db, interview, cancellation))
        {
            return false;
        }

        using var span = Spans.GoOn("code interview", interview.Turns.LastHeard()?.TraceParent);
        var role = await db.Respondents.Where(person => person.Id == interview.RespondentId)
            .Select(person => person.Role).SingleAsync(cancellation);
        await Forget(db, interview.Id, cancellation);
        FindingRows.Add(db, interview, code(TranscriptOf.Interview(interview, role)));
        interview.AnalysedAt = clock.GetUtcNow();
        (interview.ModelCoding, interview.ModelCodingOwedSince) = (null, model?.IsConfigured(ModelRole.Analysis) == true ? interview.AnalysedAt : null);
        interview.Version++;
        if (interview.Status == InterviewStatus.AwaitingAnalysis)
        {
            interview.Status = InterviewStatus.Analysed;
        }

        OutdatedAccount.Mark(db, interview.AccountId);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        TellFindings.Of(db, interview, FindingRows.BuiltIn);
        return true;
    }

    private async Task<IReadOnlyList<Guid>> Waiting(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var resting = failures.Resting(clock.GetUtcNow());
        return await Unread(db)
            .Where(interview => !resting.Contains(interview.Id))
            .OrderBy(interview => interview.Id).Select(interview => interview.Id).Take(Batch).ToListAsync(cancellation);
    }

    /// <summary>Those that ended and were not analysed.</summary>
    internal static IQueryable<Interview> Unread(InterviewAgentDb db) => db.Interviews
        .Where(interview => interview.Status == InterviewStatus.AwaitingAnalysis
            || (interview.Status == InterviewStatus.BrokenOff && interview.AnalysedAt == null));

    private static bool IsWaiting(Interview interview) => interview.Status == InterviewStatus.AwaitingAnalysis
        || interview is { Status: InterviewStatus.BrokenOff, AnalysedAt: null };

    internal static Task<bool> IsErased(InterviewAgentDb db, Interview interview, CancellationToken cancellation) =>
        db.Tombstones.AnyAsync(stone => stone.RespondentId == interview.RespondentId
            && (stone.InterviewId == null || stone.InterviewId == interview.Id), cancellation);

    // Coding again replaces what was found before, by whomever.
    private static async Task Forget(InterviewAgentDb db, Guid interviewId, CancellationToken cancellation)
    {
        await db.Findings.Where(finding => finding.InterviewId == interviewId).ExecuteDeleteAsync(cancellation);
        await db.SearchableQuotes.Where(quote => quote.InterviewId == interviewId).ExecuteDeleteAsync(cancellation);
        await db.Readings.Where(reading => reading.InterviewId == interviewId).ExecuteDeleteAsync(cancellation);
        await db.TurnSentiments.Where(sentiment => sentiment.InterviewId == interviewId).ExecuteDeleteAsync(cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Interview {Interview} could not be analysed; it is tried again later.")]
        public static partial void Failed(ILogger logger, Guid interview, Exception failure);
    }
}
