using InterviewAgent.Interviewing;
using InterviewAgent.Privacy.Consents;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// Everything that is kept of one person, in one document for that person: what they said, what was found in it, and whom it may be shown
/// to (GDPR Art. 15 and 20). Who asks must be who they say; that is for the caller to make sure of.
/// </summary>
public sealed class ExportRespondent(InterviewAgentDb db, TimeProvider clock)
{
    /// <summary>Null: no such person.</summary>
    /// <param name="who">Who asked for it, for the audit.</param>
    public async Task<RespondentExport?> Run(Guid respondentId, string who, CancellationToken cancellation = default)
    {
        if (await db.Respondents.AsNoTracking().SingleOrDefaultAsync(person => person.Id == respondentId, cancellation) is not { } person)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        var account = await db.Accounts.AsNoTracking().Where(account => account.Id == person.AccountId).Select(account => account.Name).SingleAsync(cancellation);
        var interviews = await db.Interviews.AsNoTracking().Include(interview => interview.Turns).Include(interview => interview.Choices)
            .Where(interview => interview.RespondentId == respondentId).OrderBy(interview => interview.HeldOn).ToListAsync(cancellation);
        var findings = (await db.Findings.AsNoTracking().Include(finding => finding.Quotes)
            .Where(finding => finding.RespondentId == respondentId).ToListAsync(cancellation)).ToLookup(finding => finding.InterviewId);
        var readings = (await db.Readings.AsNoTracking().Where(reading => reading.RespondentId == respondentId)
            .ToListAsync(cancellation)).ToLookup(reading => reading.InterviewId);
        IReadOnlyList<ExportedInterview> exported = [.. interviews.Select(interview => ExportedInterview.From(interview, findings[interview.Id], readings[interview.Id]))];
        db.Audit.Add(new AuditEntry { At = now, Who = who, Did = "exported a respondent", Subject = respondentId });
        await db.SaveChangesAsync(cancellation);
        return new RespondentExport(
            RespondentExport.Version, now,
            new(person.Id, account, person.ExternalId, person.Name, person.Role, person.Title, person.Email, person.AadObjectId, person.Language, person.TimeZone, person.NoContactFrom),
            exported,
            await db.CheckIns.AsNoTracking().Where(checkIn => checkIn.RespondentId == respondentId).OrderBy(checkIn => checkIn.Due)
                .Select(checkIn => new ExportedCheckIn(checkIn.Checkpoint, checkIn.Due, checkIn.InvitedAt, checkIn.OpenedAt, checkIn.ConsentedAt,
                    checkIn.FirstAnswerAt, checkIn.BrokeOffAt, checkIn.CompletedAt, checkIn.DeclinedAt)).ToListAsync(cancellation),
            await Consents(respondentId, exported, cancellation),
            await db.Invitations.AsNoTracking().Where(invitation => invitation.RespondentId == respondentId).OrderBy(invitation => invitation.CreatedAt)
                .Select(invitation => new ExportedMessage(invitation.Kind.ToString(), invitation.Channel.ToString(), invitation.State.ToString(), invitation.CreatedAt, invitation.SentAt, invitation.Address)).ToListAsync(cancellation),
            await db.Conversations.AsNoTracking().Where(place => place.RespondentId == respondentId).OrderBy(place => place.Id)
                .Select(place => new ExportedConversation(place.Channel, place.TenantId, place.UserId, place.DirectoryUserId, place.HeardAt, place.StoppedAt)).ToListAsync(cancellation),
            await db.ModelCalls.AsNoTracking().Where(call => call.RespondentId == respondentId).OrderBy(call => call.At)
                .Select(call => new ExportedModelCall(call.At, call.Provider, call.Model, call.PromptName, call.Outcome, call.Request, call.Answer)).ToListAsync(cancellation));
    }

    /// <summary>With the text that was agreed to; of a consent from before texts were kept, the turn that showed it, unless it was deleted.</summary>
    private async Task<IReadOnlyList<ExportedConsent>> Consents(Guid respondentId, IReadOnlyList<ExportedInterview> interviews, CancellationToken cancellation)
    {
        var consents = await db.Consents.AsNoTracking().Where(consent => consent.RespondentId == respondentId).OrderBy(consent => consent.Id).ToListAsync(cancellation);
        var hashes = consents.ConvertAll(consent => consent.TextHash);
        var texts = await db.ConsentVersions.Where(version => hashes.Contains(version.Hash)).ToDictionaryAsync(version => version.Hash, version => version.Text, cancellation);
        return [.. consents.Select(consent => new ExportedConsent(consent.InterviewId, consent.At, consent.TextHash, texts.GetValueOrDefault(consent.TextHash)
            ?? interviews.FirstOrDefault(interview => interview.Id == consent.InterviewId)?.Turns
                .FirstOrDefault(turn => turn.Speaker == Speaker.Interviewer && KeepConsentText.HashOf(turn.Text) == consent.TextHash)?.Text))];
    }
}
