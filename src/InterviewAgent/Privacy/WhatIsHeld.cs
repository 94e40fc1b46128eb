using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>How much is kept of one person, and what has left the product: that is out of an erasure's reach and is listed instead.</summary>
public sealed class WhatIsHeld(InterviewAgentDb db)
{
    public async Task<Holdings> Of(Guid respondentId, CancellationToken cancellation = default)
    {
        var interviews = db.Interviews.Where(interview => interview.RespondentId == respondentId).Select(interview => interview.Id);
        var mails = await db.Invitations.AsNoTracking()
            .Where(sent => sent.RespondentId == respondentId && sent.Channel == InvitationChannel.Mail
                && (sent.State == InvitationState.Sent || sent.State == InvitationState.Unknown))
            .OrderBy(sent => sent.CreatedAt).Select(sent => new SentMail(sent.Kind, sent.SentAt ?? sent.CreatedAt)).ToListAsync(cancellation);
        return new Holdings(
            await interviews.CountAsync(cancellation),
            await db.Turns.CountAsync(turn => interviews.Contains(turn.InterviewId), cancellation),
            await db.Findings.CountAsync(finding => finding.RespondentId == respondentId, cancellation),
            await db.ModelCalls.CountAsync(call => call.RespondentId == respondentId && call.Request != null, cancellation),
            await db.ModelCalls.Where(call => call.RespondentId == respondentId && call.Request != null).Select(call => call.Provider + " (" + call.Model + ")")
                .Distinct().OrderBy(provider => provider).ToListAsync(cancellation),
            mails,
            await db.Outbox.CountAsync(message => (message.State == OutboxState.Sent || message.State == OutboxState.Unknown)
                && db.Conversations.Any(place => place.Id == message.ConversationId && place.RespondentId == respondentId), cancellation),
            [.. (await db.Audit.AsNoTracking().Where(entry => entry.Did.StartsWith(ReplayPage.Opened) && entry.Subject != null && interviews.Contains(entry.Subject.Value))
                .ToListAsync(cancellation)).GroupBy(entry => (entry.Who, entry.Did)).Select(same => new ReplayPage(same.Key.Who, same.Key.Did[ReplayPage.Opened.Length..], same.Max(entry => entry.At)))
                .OrderBy(page => page.At)]);
    }
}

/// <param name="ModelCalls">Calls whose text went to a model provider, masked; what the provider keeps is between it and its customer.</param>
/// <param name="Providers">Whose models these calls went to.</param>
/// <param name="Mails">Letters that were given away.</param>
/// <param name="ChannelMessages">Messages that stand in the person's chat in Teams.</param>
/// <param name="Replays">Pages with words of theirs that a researcher wrote beside the store.</param>
public sealed record Holdings(int Interviews, int Turns, int Findings, int ModelCalls, IReadOnlyList<string> Providers, IReadOnlyList<SentMail> Mails, int ChannelMessages, IReadOnlyList<ReplayPage> Replays)
{
    public bool HasLeft => ModelCalls > 0 || Mails.Count > 0 || ChannelMessages > 0 || Replays.Count > 0;
}

public sealed record SentMail(InvitationKind Kind, DateTimeOffset At);

/// <summary>A page of `evals replay`, known from the audit: a file of somebody's, which no erasure of the store reaches.</summary>
/// <param name="File">Where it was written.</param>
public sealed record ReplayPage(string Who, string File, DateTimeOffset At)
{
    /// <summary>The audit's words for it; the file's place follows.</summary>
    public const string Opened = "opened a transcript, replayed into ";
}
