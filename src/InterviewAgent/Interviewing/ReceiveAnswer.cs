using System.Diagnostics;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing;

/// <summary>
/// Takes one message of a respondent and says what comes next: store, intent, move, draft, gate, send. Both turns are in one
/// transaction, unless a model is to word the reply: then the answer is stored, the reply is owed, and <see cref="FinishReply"/> gives it.
/// The same message again changes nothing and is answered as before.
/// </summary>
public sealed class ReceiveAnswer
{
    private const int Attempts = 6;
    private readonly InterviewAgentDb db;
    private readonly GuideLibrary guides;
    private readonly ReadIntent readIntent;
    private readonly AssessAnswer assess;
    private readonly SayNext next;
    private readonly RecordProgress progress;
    private readonly Wake wake;
    private readonly OutboxWake outbox;
    private readonly FinishReply finish;
    private readonly TimeProvider clock;
    private readonly Budget budget;

    internal ReceiveAnswer(
        InterviewAgentDb db, GuideLibrary guides, ReadIntent readIntent, AssessAnswer assess, SayNext next,
        RecordProgress progress, Wake wake, OutboxWake outbox, FinishReply finish, TimeProvider clock, IOptions<InterviewingOptions> options) =>
        (this.db, this.guides, this.readIntent, this.assess, this.next, this.progress, this.wake, this.outbox, this.finish, this.clock, budget) =
        (db, guides, readIntent, assess, next, progress, wake, outbox, finish, clock, options.Value.Budget);

    /// <summary>Answers at the end, also where a model words the reply: for whoever has nothing better to do than to wait.</summary>
    /// <exception cref="BadInputException">There is no such interview.</exception>
    public async Task<Reply> Handle(Guid interviewId, IncomingMessage message, CancellationToken cancellation = default) =>
        (await Receive(interviewId, message, cancellation)).Reply ?? await finish.For(interviewId, cancellation);

    /// <summary>Answers when the message is stored: for channels that acknowledge at once. Whoever gets no reply lets it be finished.</summary>
    /// <exception cref="BadInputException">There is no such interview.</exception>
    public async Task<Received> Receive(Guid interviewId, IncomingMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var span = Spans.Start("receive answer");
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var received = await db.Whole(() => Once(interviewId, message, cancellation), cancellation);
                Figures.AnswerTaken.Took(Stopwatch.GetElapsedTime(began), ("attempts", attempt));
                return received;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear(); // Another message came first: take this one after it.
            }
        }
    }

    private async Task<Received> Once(Guid interviewId, IncomingMessage message, CancellationToken cancellation)
    {
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        var held = await HeldInterview.Load(db, interviewId, cancellation);
        if (held.Heard(message.MessageId) is { } before)
            return new Received(before.N, held.ReplyTo(before));
        if (held.Erased() is { } erased)
            return new Received(erased.TurnN, erased);

        var heard = Store(held, message, await Asked(held, message, cancellation));
        var guide = guides.For(held.Respondent.Role, held.Interview.Checkpoint);
        var state = held.State;
        var assessment = assess.Of(heard.Text, held.Account.Respondents);
        var admissible = ChooseMove.Admissible(guide, state, assessment, budget, held.Interview.Seed);
        await progress.Before(held, heard, message, admissible.ByRules, cancellation);
        held.Interview.ConversationId = message.ConversationId; // After an erasure, which forgets what was changed before it.
        Reply? reply = null;
        if (finish.TakesWords(admissible, state, held.Interview))
            held.Interview.ReplyOwedSince ??= clock.GetUtcNow();
        else
            reply = next.Say(held, guide, admissible.ByRules, state);
        if (reply is not null)
            await progress.After(held, heard, state, admissible.ByRules, cancellation);
        held.Interview.Version++;

        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        Tell(held, heard, admissible.ByRules, reply);
        if (reply?.Offer.Ended == true)
        {
            wake.Up();
        }

        if (message.ConversationId is not null)
        {
            outbox.Up();
        }

        return new Received(heard.N, reply);
    }

    /// <summary>For those who watch the product run: what kind of answer it was and what followed, no words.</summary>
    private static void Tell(HeldInterview held, Turn heard, Move move, Reply? reply)
    {
        Figures.Answers.Count(1, ("channel", held.Interview.Channel), ("reply", reply is null ? "owed" : "said"));
        Spans.Tag("interview.id", held.Interview.Id.ToString());
        Spans.Tag("interview.channel", held.Interview.Channel);
        Spans.Tag("interview.turn", heard.N);
        Spans.Tag("interview.intent", heard.Intent?.ToString());
        Spans.Tag("interview.move", (reply?.Move ?? move.Kind).ToString());
        Spans.Tag("interview.reply", reply is null ? "owed" : "said");
    }

    /// <summary>As it came, whatever it is, with what the rules read it as.</summary>
    private Turn Store(HeldInterview held, IncomingMessage message, Asked asked)
    {
        var before = held.State;
        var heard = progress.Heard(held, message, before, readIntent.Of(message.Text, asked, message.Choices));
        held.Interview.Turns.Add(heard);
        db.Turns.Add(heard);
        return heard;
    }

    /// <summary>Of a question whose sending has an unknown outcome, this is the next contact: a mere greeting is no answer to it.</summary>
    private async Task<Asked> Asked(HeldInterview held, IncomingMessage message, CancellationToken cancellation) =>
        held.State.Asked is Intents.Asked.Question or Intents.Asked.Rest
        && await ShowTurn.IsUnseen(db, held.Interview.Id, held.Current()?.TurnN, message.ConversationId, cancellation)
            ? Intents.Asked.Unseen : held.State.Asked;
}
