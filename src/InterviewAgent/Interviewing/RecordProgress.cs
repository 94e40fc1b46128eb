using System.Text;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Consents;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing;

/// <summary>What a message means for the rows around the interview: funnel, consent, escalation, choices, deletion, status.</summary>
internal sealed class RecordProgress(InterviewAgentDb db, IntentLexicon lexicon, TimeProvider clock)
{
    internal Turn Heard(HeldInterview held, IncomingMessage message, InterviewState before, Intent intent) => new()
    {
        InterviewId = held.Interview.Id, N = held.NextN, Speaker = Speaker.Participant, Text = Storable(message.Text), At = clock.GetUtcNow(),
        MessageId = message.MessageId, Envelope = message.Envelope, Intent = intent,
        Topic = before.Pending?.Topic, Question = before.Pending?.Question, TraceParent = Spans.Here,
    };

    /// <summary>NUL and half a surrogate pair can stand in no database's text (SQLite would cut the answer there): U+FFFD marks the place.</summary>
    internal static string Storable(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

    /// <summary>What must be done before the reply is drafted, because it changes what there is to say.</summary>
    internal async Task Before(HeldInterview held, Turn heard, IncomingMessage message, Move move, CancellationToken cancellation)
    {
        if (heard.Intent == Intent.ReadBackChoice)
        {
            Choose(held, message.Choices ?? ReadChoices.From(message.Text, held.State.Asked, lexicon));
            OutdatedAccount.Mark(db, held.Interview.AccountId);
        }
        if (heard.Intent is Intent.Distress or Intent.SecurityOrLegal)
            Escalate(held, heard, heard.Intent.Value);
        if (move is { Kind: MoveKind.Deleted, Text: "deleted" })
            await Erase(held, cancellation);
    }

    /// <summary>A named human has to look at it (R24).</summary>
    internal void Escalate(HeldInterview held, Turn heard, Intent reason)
    {
        Figures.Escalations.Count(1, ("reason", reason));
        db.Escalations.Add(new Escalation
        {
            InterviewId = held.Interview.Id, RespondentId = held.Respondent.Id, TurnId = heard.Id, Reason = reason.ToString(), At = clock.GetUtcNow(),
        });
    }

    internal async Task After(HeldInterview held, Turn heard, InterviewState state, Move move, CancellationToken cancellation)
    {
        await Step(held, heard, state, move, cancellation);
        if (db.Entry(held.CheckIn).State == EntityState.Modified)
            OutdatedAccount.Mark(db, held.Interview.AccountId);
    }

    private async Task Step(HeldInterview held, Turn heard, InterviewState state, Move move, CancellationToken cancellation)
    {
        if (move.Kind == MoveKind.Close && !state.Ended)
            await EraseSentences.Run(db, held.Interview.Id, held.Interview.Choices, held.Interview.Visibility, clock.GetUtcNow(), cancellation);
        var (now, checkIn) = (clock.GetUtcNow(), held.CheckIn);
        checkIn.OpenedAt ??= now; // Where we wrote first, the first word back is what "opened" means.
        if (heard.Intent == Intent.Consent && checkIn.ConsentedAt is null)
        {
            checkIn.ConsentedAt = now;
            // The first: a shorter "Shall we start?" that came after it asks for the same.
            var text = state.Shown.First(turn => turn.Move == MoveKind.AskConsent).Text;
            var version = await KeepConsentText.Of(db, held.Interview, text, now, cancellation);
            db.Consents.Add(new Consent { InterviewId = held.Interview.Id, RespondentId = held.Respondent.Id, At = now, TextHash = version });
        }
        if (state.Consented && state.Said.Count > 0)
            checkIn.FirstAnswerAt ??= now;
        if (state.Ended && move.Kind != MoveKind.Deleted)
            return;
        if (!state.Ended && checkIn.BrokeOffAt is not null)
            (checkIn.BrokeOffAt, held.Interview.AnalysedAt) = (null, null); // Left (EndAbandoned), and came back.
        held.Interview.Status = move.Kind switch
        {
            MoveKind.Decline => InterviewStatus.Declined,
            MoveKind.Deleted => InterviewStatus.Declined,
            MoveKind.Close when move.Text == "close" => InterviewStatus.AwaitingAnalysis,
            MoveKind.Close => checkIn.FirstAnswerAt is null ? InterviewStatus.Declined : InterviewStatus.BrokenOff,
            MoveKind.Pause when state.Consented => InterviewStatus.Paused,
            _ => state.Consented ? InterviewStatus.Open : InterviewStatus.Consenting,
        };
        switch (held.Interview.Status)
        {
            case InterviewStatus.Declined:
                checkIn.DeclinedAt ??= now;
                break;
            case InterviewStatus.AwaitingAnalysis:
                checkIn.CompletedAt ??= now;
                await InterviewCompleted.Raise(db, held, now, cancellation);
                break;
            case InterviewStatus.BrokenOff:
                checkIn.BrokeOffAt ??= now;
                break;
        }
    }

    private static void Choose(HeldInterview held, ReadBackChoices? choices)
    {
        if (choices is null)
            return;
        if (held.State.Asked == Asked.ReadBack)
            held.Interview.Visibility = choices.ForAll;
        foreach (var sentence in held.ReadBack())
        {
            var chosen = choices.BySentence.GetValueOrDefault(sentence.Number, held.Interview.Visibility);
            var turnId = held.Interview.Turns.Single(turn => turn.N == sentence.TurnN).Id;
            if (held.Interview.Choices.Find(choice => choice.TurnId == turnId && choice.Start == sentence.Start) is not { } row)
                held.Interview.Choices.Add(new VisibilityChoice
                {
                    InterviewId = held.Interview.Id, TurnId = turnId, Start = sentence.Start, Length = sentence.Length, Visibility = chosen,
                });
            else if (choices.BySentence.ContainsKey(sentence.Number) || held.State.Asked == Asked.ReadBack)
                row.Visibility = chosen;
        }
    }

    private async Task Erase(HeldInterview held, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await EraseInterview.Run(db, held.Interview, "respondent", clock.GetUtcNow(), cancellation);
        held.Interview.Turns.Clear();
        held.Interview.Choices.Clear();
        db.Attach(held.Interview);
        db.Attach(held.CheckIn);
    }
}
