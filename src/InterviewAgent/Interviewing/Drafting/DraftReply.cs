using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Interviewing.Drafting;

/// <summary>Draft, gate, and on a blocking breach the slot-free twin: the only maker of words that reach a respondent.</summary>
internal sealed class DraftReply(NeutralityGate gate)
{
    /// <summary>Drafts in the order they were made; the last one is shown.</summary>
    internal IReadOnlyList<CheckedDraft> Of(Guide guide, Move move, InterviewState state, Situation situation, IReadOnlyList<ReadBackSentence> sentences)
    {
        var context = Context(guide, move, state, situation);
        var draft = Checked("template", FillTemplate.Words(guide, move, state.Pending, situation.Slots, sentences, twin: false), context);
        if (!draft.Verdict.Blocks)
            return [draft];
        var twin = Checked("twin", FillTemplate.Words(guide, move with { LeadIn = null }, state.Pending, situation.Slots, sentences, twin: true), context);
        if (!twin.Verdict.Blocks || !move.Again || state.Pending is not { } pending)
            return [draft, twin];
        // A long message can hold four words of a fixed text by chance, which reads as an echo (R22): then the question stands alone.
        return [draft, twin, Checked("question", FillTemplate.AskAgain(guide, move, pending, template => template.Twin.Text), context)];
    }

    private CheckedDraft Checked(string source, string text, DraftContext context) => new(source, text, gate.Check(text, context));

    internal static DraftContext Context(Guide guide, Move move, InterviewState state, Situation situation) => new()
    {
        Move = move.Kind,
        Side = guide.Side,
        Said = state.Said,
        Shown = state.Shown,
        GuideNouns = [.. GuideNouns.Of(guide), .. situation.Slots.Words],
        Names = situation.Names,
        ClosedTopics = state.ClosedTopics,
        Topic = move.Topic,
        LastIntent = state.LastIntent,
        ProbesInTopic = state.ProbesInTopic,
        ProbesInAll = state.ProbesInAll,
        Language = situation.Language,
    };
}

/// <summary>Words with the gate's verdict on them.</summary>
internal sealed record CheckedDraft(string Source, string Text, Verdict Verdict);

/// <summary>What the drafts of one interview may know of the world beside what was said.</summary>
internal sealed record Situation(Slots Slots, IReadOnlyCollection<string> Names, string Language);
