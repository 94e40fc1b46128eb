using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Jobs;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing;

public enum AnswerChange
{
    /// <summary>No such answer, the same words, or one that has done its work (a consent, a stop): nothing was changed.</summary>
    None,
    Done,

    /// <summary>Done, and the new words are to be heard now as well: a stop, a deletion, distress.</summary>
    SayNow,
}

/// <summary>
/// A respondent edits or deletes a message that was taken in before. An edit appends the new form, which counts instead of the old;
/// a deletion removes the words and what was found in them. Either way an interview that was analysed is analysed again.
/// </summary>
public sealed class ChangeAnswer(InterviewAgentDb db, ReadIntent readIntent, Wake wake, TimeProvider clock)
{
    private const int Attempts = 6;

    /// <param name="messageId">Of the message as it was taken in.</param>
    /// <param name="changeId">Of this edit: the same one again changes nothing.</param>
    public Task<AnswerChange> Edit(Guid interviewId, string messageId, string changeId, string text, CancellationToken cancellation = default) =>
        Try(async () =>
        {
            var held = await HeldInterview.Load(db, interviewId, cancellation);
            if (Said(held, messageId) is not { } said || IsCommand(said) || held.Interview.Turns.Exists(turn => turn.MessageId == changeId)
                || WhatCounts.Of(held.Interview.Turns).Any(turn => (turn.N == said.N || turn.Corrects == said.N) && turn.Text == text))
                return AnswerChange.None;
            var intent = readIntent.Of(text, Asked.Question);
            db.Turns.Add(new Turn
            {
                InterviewId = interviewId, N = held.NextN, Speaker = Speaker.Participant, Text = RecordProgress.Storable(text), At = clock.GetUtcNow(),
                MessageId = changeId, Corrects = said.N, Intent = intent, Topic = said.Topic, Question = said.Question, TraceParent = Spans.Here,
            });
            ReadAgain(held.Interview);
            return intent is Intent.Stop or Intent.Later or Intent.DeleteMyData or Intent.Distress or Intent.SecurityOrLegal
                ? AnswerChange.SayNow : AnswerChange.Done;
        }, cancellation);

    public Task<AnswerChange> Delete(Guid interviewId, string messageId, CancellationToken cancellation = default) =>
        Try(async () =>
        {
            var held = await HeldInterview.Load(db, interviewId, cancellation);
            if (Said(held, messageId) is not { } said)
                return AnswerChange.None;
            var forms = held.Interview.Turns.Where(turn => turn.N == said.N || turn.Corrects == said.N).ToDictionary(turn => turn.N);
            if (forms.Values.All(turn => !turn.Text.Any(char.IsLetterOrDigit)))
                return AnswerChange.None;
            var whole = forms.Values.Select(turn => Deleted(turn, 0, turn.Text.Length));
            var readBack = held.ReadBack().Where(sentence => forms.ContainsKey(sentence.TurnN))
                .Select(sentence => Deleted(forms[sentence.TurnN], sentence.Start, sentence.Length));
            await EraseSentences.Run(db, interviewId, [.. readBack, .. whole], Visibility.AccountOnly, clock.GetUtcNow(), cancellation);
            var ids = forms.Values.Select(turn => turn.Id).ToList();
            await db.Turns.Where(turn => ids.Contains(turn.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(turn => turn.Envelope, (string?)null).SetProperty(turn => turn.Intent, Intent.Unreadable), cancellation);
            db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = "respondent", Did = "deleted an answer", Subject = interviewId });
            ReadAgain(held.Interview);
            return AnswerChange.Done;
        }, cancellation);

    private async Task<AnswerChange> Try(Func<Task<AnswerChange>> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.Whole(() => Once(change, cancellation), cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // A message came first: take the change after it.
            }
        }
    }

    private async Task<AnswerChange> Once(Func<Task<AnswerChange>> change, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        var done = await change();
        if (done != AnswerChange.None)
        {
            await db.SaveChangesAsync(cancellation);
            await work.CommitAsync(cancellation);
            wake.Up();
        }

        return done;
    }

    private static Turn? Said(HeldInterview held, string messageId) => held.Erased() is null
        ? held.Interview.Turns.Find(turn => turn.MessageId == messageId && turn is { Speaker: Speaker.Participant, Corrects: null }) : null;

    /// <summary>It has done its work when it was said; other words in its place undo nothing.</summary>
    private static bool IsCommand(Turn turn) => turn.Intent is Intent.Consent or Intent.ReadBackChoice or Intent.DeleteMyData or Intent.Stop or Intent.Later or Intent.Resume;

    private static VisibilityChoice Deleted(Turn turn, int start, int length) =>
        new() { InterviewId = turn.InterviewId, TurnId = turn.Id, Start = start, Length = length, Visibility = Visibility.Delete };

    private void ReadAgain(Interview interview)
    {
        OutdatedAccount.Mark(db, interview.AccountId);
        interview.Version++;
        if (interview.Status == InterviewStatus.Analysed)
            interview.Status = InterviewStatus.AwaitingAnalysis;
        interview.AnalysedAt = null;
    }
}
