using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing;

/// <summary>
/// Replies that their own server did not finish: it was killed, or is slower than the turn's time allows. The respondent has waited long
/// enough, so the template speaks at once.
/// </summary>
public sealed class FinishOwedReplies(
    IDbContextFactory<InterviewAgentDb> factory, IServiceScopeFactory scopes, IOptions<InterviewingOptions> options, TimeProvider clock) : ISweep
{
    private const int Batch = 100;

    /// <summary>For the server that is about to store its reply.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public async Task<int> Run(CancellationToken cancellation)
    {
        var late = clock.GetUtcNow() - TimeSpan.FromSeconds(options.Value.TurnSeconds) - Grace;
        List<Guid> owed;
        await using (var db = await factory.CreateDbContextAsync(cancellation))
        {
            owed = await db.Interviews.Where(interview => interview.ReplyOwedSince != null && interview.ReplyOwedSince < late)
                .OrderBy(interview => interview.ReplyOwedSince).Select(interview => interview.Id).Take(Batch).ToListAsync(cancellation);
        }

        await EachAlone.Do(owed, async id =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FinishReply>().For(id, cancellation);
        });
        return owed.Count;
    }
}
