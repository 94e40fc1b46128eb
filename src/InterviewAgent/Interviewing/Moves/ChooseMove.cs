using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>
/// Which move comes next. Pure: guide, interview so far (its last turn is the respondent's message), assessment of
/// that message and budget in, exactly one move out, always one that the policy admits. It always ends: every reply
/// asks something new, is one of few detours, or closes.
/// </summary>
public static class ChooseMove
{
    public static Move Choose(Guide guide, InterviewState state, Assessment assessment, Budget budget, int seed)
    {
        ArgumentNullException.ThrowIfNull(guide);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(budget);
        var next = new NextQuestion(guide, state, budget, seed);
        return Fixed(state, assessment, budget, next)
            ?? (next.MayProbe ? ChooseProbe.For(guide, state, assessment, budget, seed, next.CoreLeft) : null)
            ?? next.Move();
    }

    /// <summary>
    /// Where a model has a say: an answer that may be probed. At most two probes of different kinds and going on, three in all. Everything
    /// else (consent, rights, safety, detours, core questions, read-back, close) has one move and fixed words.
    /// </summary>
    public static AdmissibleMoves Admissible(Guide guide, InterviewState state, Assessment assessment, Budget budget, int seed)
    {
        var byRules = Choose(guide, state, assessment, budget, seed);
        var next = new NextQuestion(guide, state, budget, seed);
        if (state.LastIntent != Intent.Answer || !next.MayProbe || Fixed(state, assessment, budget, next) is not null)
            return new AdmissibleMoves(byRules, [], byRules);
        return new AdmissibleMoves(byRules, ChooseProbe.Admissible(guide, state, assessment, budget, seed, next.CoreLeft), next.Move())
        {
            Detours = new[] { Intent.QuestionToInterviewer, Intent.AsksForHelp, Intent.PleaseClarify }
                .Select(intent => (intent, move: Detour(intent, state, assessment, budget)))
                .Where(detour => detour.move is not null).ToDictionary(detour => detour.intent, detour => detour.move!),
        };
    }

    /// <summary>One of the admissible moves, by what a model read in the answer. It never adds one: the judgement only picks.</summary>
    public static Move Choose(AdmissibleMoves admissible, JudgedAnswer judged)
    {
        ArgumentNullException.ThrowIfNull(admissible);
        ArgumentNullException.ThrowIfNull(judged);
        if (judged.Intent == Intent.Distress)
            return new Move(MoveKind.SafetyText, "distress");
        if (admissible.Detours.TryGetValue(judged.Intent, out var detour))
            return detour;
        // What looks like a refusal is not probed (R15); what is complete needs no probe (R16).
        if (judged.Intent is not (Intent.Answer or Intent.Correction or Intent.InstructionToInterviewer) || judged.Complete)
            return admissible.GoOn;
        return ChooseProbe.Kinds(judged).Concat(admissible.Probes.Select(probe => probe.Kind))
            .Select(kind => admissible.Probes.FirstOrDefault(probe => probe.Kind == kind)).OfType<AdmissibleProbe>().FirstOrDefault()?.Move
            ?? admissible.GoOn;
    }

    private static Move? Fixed(InterviewState state, Assessment assessment, Budget budget, NextQuestion next) =>
        AfterTheEnd(state)
            ?? Rights(state)
            ?? Safety(state, budget)
            ?? Limits(state, budget)
            ?? OnHold(state)
            ?? Consent(state, assessment, budget, next)
            ?? Detour(state.LastIntent, state, assessment, budget);

    /// <summary>Nothing is asked any more; deleting stays a right.</summary>
    private static Move? AfterTheEnd(InterviewState state) =>
        state.Ended && state.LastIntent != Intent.DeleteMyData ? new Move(MoveKind.Close, "over") : null;

    /// <summary>Stop, later and delete hold at every turn.</summary>
    private static Move? Rights(InterviewState state) => state.LastIntent switch
    {
        Intent.DeleteMyData when state.Asked == Intents.Asked.DeleteConfirmation => new Move(MoveKind.Deleted, "deleted"),
        Intent.DeleteMyData => new Move(MoveKind.ConfirmDelete, "confirm-delete"),
        Intent.Stop when !state.Consented => new Move(MoveKind.Decline, "declined"),
        Intent.Stop => new Move(MoveKind.Close, "stopped"),
        Intent.Later => new Move(MoveKind.Pause, state.Consented ? "paused" : "consent-paused"),
        _ => null,
    };

    /// <summary>Answered every time it is said, far beyond the limit of messages, but not for ever.</summary>
    private static Move? Safety(InterviewState state, Budget budget) => state.LastIntent switch
    {
        _ when state.Messages >= 2 * budget.Messages => null,
        Intent.Distress => new Move(MoveKind.SafetyText, "distress"),
        Intent.SecurityOrLegal => new Move(MoveKind.SafetyText, "security-or-legal"),
        _ => null,
    };

    /// <summary>After the safety text only the respondent goes on; "keep my answers" is not yet that.</summary>
    private static Move? OnHold(InterviewState state) => !state.OnHold ? null
        : state.LastIntent == Intent.Resume && state.LastMove != MoveKind.ConfirmDelete ? Again(MoveKind.Resume, "go-on", state)
        : new Move(MoveKind.SafetyText, "on-hold");

    private static Move? Limits(InterviewState state, Budget budget) =>
        state.Messages >= budget.Messages
            ? state.Consented ? new Move(MoveKind.Close, "out-of-turns") : new Move(MoveKind.Decline, "declined")
            : null;

    private static Move? Consent(InterviewState state, Assessment assessment, Budget budget, NextQuestion next) => (state.Consented, state.LastIntent) switch
    {
        (true, Intent.Consent) => next.Move(),
        (true, _) => null,
        (_, Intent.Decline) => new Move(MoveKind.Decline, "declined"),
        (_, Intent.WhoSeesThis) => Again(MoveKind.AnswerRespondent, "who-sees", state),
        (_, Intent.QuestionToInterviewer) => Again(MoveKind.AnswerRespondent, assessment.FixedText ?? "who-asks", state),
        (_, Intent.LanguageSwitch) when !state.LanguageTold => Again(MoveKind.Language, "language", state),
        (_, Intent.Resume) => Again(MoveKind.Resume, "kept", state),
        _ when state.Detours >= budget.Detours => new Move(MoveKind.Pause, "consent-paused"),
        _ => new Move(MoveKind.AskConsent, "consent-again"),
    };

    /// <summary>A fixed text, then the pending question again; after a few of them the interview goes on.</summary>
    private static Move? Detour(Intent? intent, InterviewState state, Assessment assessment, Budget budget) => intent switch
    {
        Intent.Resume when state.LastMove == MoveKind.ConfirmDelete => Again(MoveKind.Resume, "kept", state),
        Intent.Resume => Again(MoveKind.Resume, "go-on", state),
        Intent.WhoSeesThis => Again(MoveKind.AnswerRespondent, "who-sees", state),
        _ when state.Detours >= budget.Detours => null,
        Intent.QuestionToInterviewer => Again(MoveKind.AnswerRespondent, assessment.FixedText ?? "question", state),
        Intent.AsksForHelp => Again(MoveKind.AnswerRespondent, "help", state),
        Intent.Correction when state.Pending?.Move != MoveKind.AskChange => Again(MoveKind.AnswerRespondent, "correction", state),
        Intent.PleaseClarify when !state.Clarified => Again(MoveKind.Clarify, "clarify", state) with { Plain = true },
        Intent.PleaseClarify => Again(MoveKind.Clarify, "clarify-again", state),
        Intent.Unreadable when state.Detours == 0 => Again(MoveKind.Clarify, "unreadable", state),
        Intent.LanguageSwitch when !state.LanguageTold => Again(MoveKind.Language, "language", state),
        Intent.Answer when state.Pending?.Move == MoveKind.ReadBack && state.Detours == 0 => Again(MoveKind.ReadBack, "read-back-again", state),
        _ => null,
    };

    private static Move Again(MoveKind kind, string text, InterviewState state) =>
        new(kind, text, state.Pending?.Topic, state.Pending?.Question, Again: true);
}
