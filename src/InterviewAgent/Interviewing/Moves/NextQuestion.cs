using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>The next question of the fixed order: core questions, what was not asked, read-back, change, close.</summary>
internal sealed class NextQuestion(Guide guide, InterviewState state, Budget budget, int seed)
{
    private bool OutOfTime => state.Active >= TimeSpan.FromMinutes(budget.Minutes);

    internal int CoreLeft => guide.InOrder(seed).Count(topic => !state.AskedIds.Contains(topic.Id));

    /// <summary>R15, R16: an answer to a core question or probe, and budget left. What was declined or skipped is never probed.</summary>
    internal bool MayProbe =>
        state.LastIntent is Intent.Answer or Intent.InstructionToInterviewer
        && state.Pending is { Move: MoveKind.CoreQuestion or MoveKind.Probe or MoveKind.QuoteProbe, Topic: { } topic }
        && topic != guide.Last.Id
        && state.ProbesInTopic < budget.ProbesInTopic
        && state.ProbesInAll < budget.Probes
        && state.Words < budget.Words
        && !OutOfTime && !state.Tired && !state.LanguageTold;

    internal Move Move()
    {
        var core = OutOfTime ? null : guide.InOrder(seed).FirstOrDefault(topic => !state.AskedIds.Contains(topic.Id));
        if ((core ?? (state.AskedIds.Contains(guide.Last.Id) ? null : guide.Last)) is { } topic && !LastStage)
            return new Move(MoveKind.CoreQuestion, Topic: topic.Id, Question: topic.Id, LeadIn: Acknowledge.Choose(guide, state, seed));
        if (!Asked("read-back") && state.Said.Count > 0)
            return new Move(MoveKind.ReadBack, "read-back", Question: "read-back");
        if (!Asked("ask-change") && state.Said.Count > 0)
            return new Move(MoveKind.AskChange, "ask-change", Question: "ask-change");
        return new Move(MoveKind.Close, state.Said.Count > 0 ? "close" : "close-empty");
    }

    private bool LastStage => Asked("read-back") || Asked("ask-change");

    private bool Asked(string question) => state.AskedIds.Contains(question);
}
