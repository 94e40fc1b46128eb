using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing;

/// <summary>Turns a move into a stored turn: the words, their verdicts, and what can be tapped.</summary>
internal sealed class SayNext(
    InterviewAgentDb db, DraftReply drafts, ChooseReadBack readBack, IOptions<InterviewingOptions> options, TimeProvider clock)
{
    /// <param name="modelled">A model's drafts for this move; the last is shown when it is clean.</param>
    internal Reply Say(HeldInterview held, Guide guide, Move move, InterviewState state, IReadOnlyList<CheckedDraft>? modelled = null)
    {
        using var span = Spans.Start("draft reply");
        var sentences = Sentences(held, move, state);
        IReadOnlyList<CheckedDraft> made = modelled is [.., { Verdict.Blocks: false }] ? modelled
            : [.. modelled ?? [], .. drafts.Of(guide, move, state, held.Situation(options.Value, guide), sentences)];
        TellDrafts.Of(move, made);
        var now = clock.GetUtcNow();
        var turn = new Turn
        {
            InterviewId = held.Interview.Id, N = held.NextN, Speaker = Speaker.Interviewer, Text = made[^1].Text, At = now,
            Move = move.Kind, Topic = move.Topic, Question = move.Question,
            Offer = OfferJson.Write(MakeOffer.For(guide, move, state, sentences, options.Value.Budget)), TraceParent = Spans.Here,
        };
        held.Interview.Turns.Add(turn);
        held.Interview.ReplyOwedSince = null;
        db.Turns.Add(turn);
        ShowTurn.Said(db, held.Interview, turn, now);
        db.Drafts.AddRange(made.Select((draft, index) => new Draft
        {
            InterviewId = held.Interview.Id, TurnN = turn.N, Text = draft.Text, Source = draft.Source,
            Breaches = string.Join(' ', draft.Verdict.Breaches.Select(breach => breach.Rule).Distinct()),
            Shown = index == made.Count - 1, At = now,
        }));
        return HeldInterview.ReplyOf(turn, repeated: false);
    }

    private IReadOnlyList<ReadBackSentence> Sentences(HeldInterview held, Move move, InterviewState state)
    {
        if (held.ReadBack() is { Count: > 0 } offered)
            return offered;
        return move.Kind == MoveKind.ReadBack && state.Pending?.Move != MoveKind.ReadBack
            ? readBack.From(held)
            : [];
    }
}
