using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>One open check-in, and what the governor says of it now.</summary>
/// <param name="Channel">By which the person would be reached; null: by none.</param>
public sealed record InvitationPreview(
    Guid CheckIn, string Account, string AccountName, string Respondent, string? Name, Role Role, DateOnly Due,
    InvitationKind? Ask, Reason Reason, InvitationChannel? Channel, DateTimeOffset? LookAgain);

/// <summary>Invitations by hand: who would be asked now and why not, and asking them.</summary>
public sealed class InviteNow
{
    private readonly InterviewAgentDb db;
    private readonly GatherCandidates gather;
    private readonly PlanInvitations plan;
    private readonly InviteInTeams teams;
    private readonly SendInvitations send;
    private readonly InvitationOptions options;
    private readonly CheckInOptions checkIns;
    private readonly TimeProvider clock;

    internal InviteNow(
        InterviewAgentDb db, GatherCandidates gather, PlanInvitations plan, InviteInTeams teams, SendInvitations send, IOptions<InvitationOptions> options,
        IOptions<CheckInOptions> checkIns, TimeProvider clock) =>
        (this.db, this.gather, this.plan, this.teams, this.send, this.options, this.checkIns, this.clock) =
        (db, gather, plan, teams, send, options.Value, checkIns.Value, clock);

    /// <summary>Every check-in that is open, longest due first; nothing is changed.</summary>
    public async Task<IReadOnlyList<InvitationPreview>> Preview(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // A day more on both sides: somewhere it is yesterday or tomorrow.
        var (earliest, latest) = (Day(now).AddDays(-checkIns.DaysOpen - 1), Day(now).AddDays(1));
        var open = await db.CheckIns.AsNoTracking().Where(row => row.Due >= earliest && row.Due <= latest
            && row.CompletedAt == null && row.DeclinedAt == null && row.BrokeOffAt == null).ToListAsync(cancellation);
        var gathered = await gather.Of(open, now, cancellation);
        var accounts = gathered.Burdens.Keys.ToList();
        var names = await db.Accounts.AsNoTracking().Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancellation);
        return [.. new BurdenGovernor(options, checkIns).Decide(gathered.Candidates, gathered.Burdens, now).Select(decision =>
        {
            var (person, account) = (gathered.People[decision.Candidate.RespondentId], names[decision.Candidate.AccountId]);
            InvitationChannel? channel = gathered.InTeams.Contains(person.Id) ? InvitationChannel.Teams : decision.Candidate.Reachable ? InvitationChannel.Mail : null;
            return new InvitationPreview(
                decision.Candidate.CheckInId, account.ExternalId, account.Name, person.ExternalId, person.Name, person.Role, decision.Candidate.Due,
                decision.Ask, decision.Reason, channel, decision.LookAgain);
        })];
    }

    /// <summary>Asks everybody who may be asked now, whether or not the settings leave it to the server.</summary>
    /// <returns>How many messages each state has got by now.</returns>
    public async Task<IReadOnlyDictionary<InvitationState, int>> Run(CancellationToken cancellation)
    {
        await plan.PlanNow(cancellation);
        await teams.Run(cancellation);
        await send.Run(cancellation);
        return await db.Invitations.GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
