using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Mail;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>What the governor decides on, for a batch of whole accounts.</summary>
internal sealed record Gathered(
    IReadOnlyList<Candidate> Candidates, IReadOnlyDictionary<Guid, AccountBurden> Burdens,
    IReadOnlyDictionary<Guid, CheckIn> CheckIns, IReadOnlyDictionary<Guid, Respondent> People, IReadOnlySet<Guid> InTeams);

/// <summary>Reads whose turn it is to be looked at, by the index on it: what costs is what is due now, not what is stored.</summary>
internal sealed class GatherCandidates(InterviewAgentDb db, IOptions<MailOptions> mail)
{
    private const int MostAccounts = 200;

    /// <summary>Up to 200 accounts with something to be looked at, with all of theirs that is: a share is fair among those.</summary>
    public async Task<Gathered> DueBy(DateTimeOffset now, CancellationToken cancellation)
    {
        var accounts = await db.CheckIns.Where(row => row.AskAt <= now).GroupBy(row => row.AccountId)
            .OrderBy(group => group.Min(row => row.AskAt)).Select(group => group.Key).Take(MostAccounts).ToListAsync(cancellation);
        return await Of(await db.CheckIns.Where(row => accounts.Contains(row.AccountId) && row.AskAt <= now).ToListAsync(cancellation), now, cancellation);
    }

    public async Task<Gathered> Of(IReadOnlyList<CheckIn> checkIns, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = checkIns.Select(row => row.Id).ToList();
        var persons = checkIns.Select(row => row.RespondentId).Distinct().ToList();
        var accounts = checkIns.Select(row => row.AccountId).Distinct().ToList();
        var people = await db.Respondents.Where(person => persons.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
        var erased = await db.Tombstones.Where(stone => stone.InterviewId == null && persons.Contains(stone.RespondentId))
            .Select(stone => stone.RespondentId).ToListAsync(cancellation);
        var sent = (await db.Invitations.AsNoTracking().Where(row => ids.Contains(row.CheckInId)).ToListAsync(cancellation)).ToLookup(row => row.CheckInId);
        var others = (await db.CheckIns.AsNoTracking().Where(row => persons.Contains(row.RespondentId) && (row.InvitedAt != null || row.CompletedAt != null))
            .Select(row => new { row.Id, row.RespondentId, row.InvitedAt, row.CompletedAt }).ToListAsync(cancellation)).ToLookup(row => row.RespondentId);
        var inTeams = await db.Conversations
            .Where(place => place.RespondentId != null && persons.Contains(place.RespondentId.Value) && place.StoppedAt == null
                && (place.ChannelConversationId != null || place.UserId != null))
            .Select(place => place.RespondentId!.Value).ToListAsync(cancellation);
        HashSet<Guid> teams = [.. inTeams], gone = [.. erased];
        var candidates = checkIns.Select(checkIn =>
        {
            var (person, rows) = (people[checkIn.RespondentId], sent[checkIn.Id].ToList());
            return new Candidate
            {
                CheckInId = checkIn.Id, AccountId = checkIn.AccountId, RespondentId = person.Id, Side = person.Role.Side(), Due = checkIn.Due,
                TimeZone = person.TimeZone, Closed = Closed(checkIn, person, gone), Reachable = teams.Contains(person.Id) || ByMail(person, rows),
                PausedUntil = checkIn.PausedUntil, InvitedAt = checkIn.InvitedAt,
                // A refused address that was mended meanwhile is written to anew.
                Asked = rows.Where(row => row.State != InvitationState.Refused || row.Address == person.Email).Select(row => row.Kind).ToHashSet(),
                WasRefused = rows.Exists(row => row.State == InvitationState.Refused),
                OnItsWay = rows.Exists(row => row.State is InvitationState.Queued or InvitationState.Claimed or InvitationState.Sending),
                OtherAsked = others[person.Id].Where(row => row.Id != checkIn.Id).SelectMany(row => new[] { row.InvitedAt, row.CompletedAt }).Max(),
            };
        }).ToList();
        return new(candidates, await Burdens(accounts, now, cancellation), checkIns.ToDictionary(row => row.Id), people, teams);
    }

    private bool ByMail(Respondent person, List<Invitation> rows) =>
        mail.Value.IsOn && person.HasOpenAddress && MailboxAddress.Read(person.Email) is not null
        && !rows.Exists(row => row.State == InvitationState.Refused && row.Address == person.Email);

    private static Reason? Closed(CheckIn checkIn, Respondent person, HashSet<Guid> erased) => checkIn switch
    {
        { CompletedAt: not null } => Reason.Completed,
        { DeclinedAt: not null } => Reason.Declined,
        { BrokeOffAt: not null } => Reason.BrokeOff,
        _ => person.NoContactFrom is not null || erased.Contains(person.Id) ? Reason.NeverContact : null,
    };

    private async Task<Dictionary<Guid, AccountBurden>> Burdens(List<Guid> accounts, DateTimeOffset now, CancellationToken cancellation)
    {
        var week = now.AddDays(-7);
        var people = await db.Respondents.Where(person => accounts.Contains(person.AccountId) && person.NoContactFrom == null)
            .GroupBy(person => person.AccountId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        // Invitations of ours from the moment they are decided, and those by hand, which leave no row.
        var rows = await db.Invitations.Where(row => accounts.Contains(row.AccountId) && row.Kind == InvitationKind.Invitation && row.CreatedAt > week
                && row.State != InvitationState.Refused && row.State != InvitationState.Withdrawn)
            .Select(row => new { row.AccountId, row.RespondentId }).ToListAsync(cancellation);
        var byHand = await db.CheckIns.Where(row => accounts.Contains(row.AccountId) && row.InvitedAt > week)
            .Select(row => new { row.AccountId, row.RespondentId }).ToListAsync(cancellation);
        var asked = rows.Concat(byHand).Distinct().ToList();
        var askedIds = asked.Select(row => row.RespondentId).ToList();
        var roles = await db.Respondents.Where(person => askedIds.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Role, cancellation);
        return accounts.ToDictionary(account => account, account => new AccountBurden(
            people.GetValueOrDefault(account),
            asked.Count(row => row.AccountId == account && roles[row.RespondentId].Side() == Side.Buyer),
            asked.Count(row => row.AccountId == account && roles[row.RespondentId].Side() == Side.User)));
    }
}
