using InterviewAgent.Accounts;
using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>
/// Looks at the check-ins whose turn it is and writes a row for each message that may go now. Sending is another's work: a row that
/// exists goes out once, and one that does not exist is not sent.
/// </summary>
internal sealed class PlanInvitations(
    InterviewAgentDb db, GatherCandidates gather, IOptions<InvitationOptions> options, IOptions<CheckInOptions> plan, Wake wake, TimeProvider clock) : ISweep
{
    private readonly BurdenGovernor governor = new(options.Value, plan.Value);

    public Task<int> Run(CancellationToken cancellation) => options.Value.Automatic ? PlanNow(cancellation) : Task.FromResult(0);

    /// <summary>Also where the settings leave it to a person to say when.</summary>
    /// <returns>How many check-ins were looked at.</returns>
    public async Task<int> PlanNow(CancellationToken cancellation)
    {
        var looked = 0;
        // Asked before the writer's turn is taken: mostly there is nothing.
        while (await db.CheckIns.AnyAsync(row => row.AskAt <= clock.GetUtcNow(), cancellation))
        {
            looked += await PlanBatch(cancellation);
        }
        if (looked > 0)
        {
            wake.Up();
        }
        return looked;
    }

    private async Task<int> PlanBatch(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        // One server at a time: the governor's share of an account is counted over all that was decided before.
        await using var work = await db.BeginAlone("invitations", cancellation);
        var now = clock.GetUtcNow();
        var gathered = await gather.DueBy(now, cancellation);
        foreach (var decision in governor.Decide(gathered.Candidates, gathered.Burdens, now))
        {
            gathered.CheckIns[decision.Candidate.CheckInId].AskAt = decision.LookAgain;
            if (decision.Ask is { } kind)
            {
                await Queue(decision.Candidate, kind, gathered.InTeams.Contains(decision.Candidate.RespondentId), now, cancellation);
            }
        }
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return gathered.Candidates.Count;
    }

    private async Task Queue(Candidate candidate, InvitationKind kind, bool inTeams, DateTimeOffset now, CancellationToken cancellation)
    {
        var channel = inTeams ? InvitationChannel.Teams : InvitationChannel.Mail;
        if (candidate.WasRefused)
        {
            // At an address that was mended since.
            await db.Invitations.Where(row => row.CheckInId == candidate.CheckInId && row.Kind == kind && row.State == InvitationState.Refused)
                .ExecuteDeleteAsync(cancellation);
        }
        db.Invitations.Add(new Invitation
        {
            CheckInId = candidate.CheckInId, AccountId = candidate.AccountId, RespondentId = candidate.RespondentId, Kind = kind,
            Channel = channel, State = InvitationState.Queued, CreatedAt = now, NextAt = now,
        });
    }
}
