using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.ModelWords;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing;

/// <summary>
/// Gives the reply that is owed after an answer was stored: words from a model outside of any transaction, then drafts, verdicts and reply
/// in one. Whoever comes second, on this server or another, finds nothing owed; whoever was overtaken by another message begins again.
/// </summary>
public sealed class FinishReply
{
    private const int Attempts = 20;
    private readonly InterviewAgentDb db;
    private readonly GuideLibrary guides;
    private readonly AssessAnswer assess;
    private readonly WordReply? words;
    private readonly SayNext next;
    private readonly RecordProgress progress;
    private readonly NewTurns news;
    private readonly Wake wake;
    private readonly OutboxWake outbox;
    private readonly InterviewingOptions options;

    internal FinishReply(
        InterviewAgentDb db, GuideLibrary guides, AssessAnswer assess, WordReply? words, SayNext next, RecordProgress progress, NewTurns news,
        Wake wake, OutboxWake outbox, IOptions<InterviewingOptions> options) =>
        (this.db, this.guides, this.assess, this.words, this.next, this.progress, this.news, this.wake, this.outbox, this.options) =
        (db, guides, assess, words, next, progress, news, wake, outbox, options.Value);

    /// <summary>True: after an answer like this one a model words the reply.</summary>
    internal bool TakesWords(AdmissibleMoves admissible, InterviewState state, Interview interview) =>
        words is { IsConfigured: true } && admissible.Probes.Count > 0 && !state.LanguageTold && interview.Language == "en";

    /// <summary>The reply, just given or found given; it is stored before this returns.</summary>
    /// <exception cref="BadInputException">There is no such interview.</exception>
    public async Task<Reply> For(Guid interviewId, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var owed = await Load(interviewId, cancellation);
            if (owed.Held.Interview.ReplyOwedSince is not { } since)
                return owed.Held.Current()!;
            using var span = Spans.GoOn("finish reply", owed.Held.Interview.Turns.LastHeard()?.TraceParent);
            Spans.Tag("interview.id", interviewId.ToString());
            var worded = words is null ? new WordedMove(owed.Admissible.ByRules, [])
                : await words.For(owed, since + TimeSpan.FromSeconds(options.TurnSeconds), cancellation);
            try
            {
                return await Store(owed, worded, cancellation);
            }
            catch (Exception failure) when (attempt < Attempts && (failure is DbUpdateException || StoreFailure.WasOvertaken(failure)))
            {
                // Something was said in the meantime, and the words no longer fit: look again.
            }
        }
    }

    private async Task<OwedReply> Load(Guid interviewId, CancellationToken cancellation)
    {
        var held = await HeldInterview.Load(db, interviewId, cancellation);
        var guide = guides.For(held.Respondent.Role, held.Interview.Checkpoint);
        var state = held.State;
        var assessment = assess.Of(state.LastText, held.Account.Respondents);
        return new OwedReply(held, guide, state,
            ChooseMove.Admissible(guide, state, assessment, options.Budget, held.Interview.Seed), held.Situation(options, guide));
    }

    private async Task<Reply> Store(OwedReply owed, WordedMove worded, CancellationToken cancellation)
    {
        // Tracked since it was read: a version that has moved on lets the save fail, and nothing of this is written.
        var held = owed.Held;
        var heard = WhatCounts.Of(held.Interview.Turns).Last(turn => turn.Speaker == Speaker.Participant);
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        if (worded.Move.Kind == MoveKind.SafetyText)
            progress.Escalate(held, heard, Intent.Distress);
        var reply = next.Say(held, owed.Guide, worded.Move, owed.State, worded.Drafts);
        await progress.After(held, heard, owed.State, worded.Move, cancellation);
        held.Interview.Version++;
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        news.Tell(held.CheckIn.Id);
        if (reply.Offer.Ended)
            wake.Up();
        if (held.Interview.ConversationId is not null)
            outbox.Up();
        return reply;
    }
}
