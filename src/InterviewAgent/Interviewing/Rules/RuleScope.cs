using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>The policy's scope paragraph: which rules are off for which move.</summary>
internal static class RuleScope
{
    /// <summary>Word lists of sentences that judge, sell or interpret; each has its rule, and no second one.</summary>
    public static readonly string[] Judging = ["evaluation", "agreement", "sympathy", "vendor-voice", "interpretation", "leaks", "off-task"];

    public static bool Covers(string rule, DraftReading draft) => draft.Move switch
    {
        // What is not English cannot be read by English word lists.
        _ when !draft.IsEnglish => rule is "R12" or "R21" or "R22" or "R23",
        MoveKind.AskConsent => rule is not ("R1" or "R3" or "R4" or "R6" or "R10" or "R12" or "R13" or "R14" or "R20" or "R21"),
        MoveKind.ReadBack => rule is not ("R1" or "R3" or "R10" or "R12" or "R13" or "R14"),
        MoveKind.Clarify or MoveKind.Resume or MoveKind.AnswerRespondent => rule is not ("R13" or "R14" or "R20"),
        MoveKind.Close or MoveKind.AskChange => rule is not ("R10" or "R13" or "R14" or "R17"),
        MoveKind.SafetyText or MoveKind.Pause or MoveKind.Decline or MoveKind.Language or MoveKind.ConfirmDelete or MoveKind.Deleted =>
            rule is not ("R1" or "R3" or "R4" or "R6" or "R7" or "R8" or "R10" or "R12" or "R13" or "R14" or "R20"),
        _ => true,
    };

    /// <summary>Moves that ask after the customer's experience; every rule holds.</summary>
    public static bool IsQuestion(MoveKind move) => move is MoveKind.CoreQuestion or MoveKind.Probe or MoveKind.QuoteProbe;

    public static bool MayAskNothing(DraftReading draft) => !IsQuestion(draft.Move) && draft.Move != MoveKind.Clarify;

    /// <summary>The human who takes escalations is named at consent, in answers about it and in the safety text.</summary>
    public static bool NamesAllowed(MoveKind move) => !IsQuestion(move);
}
