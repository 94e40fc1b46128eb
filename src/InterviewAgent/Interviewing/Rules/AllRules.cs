namespace InterviewAgent.Interviewing.Rules;

/// <summary>Every rule that is checked on a draft, in the policy's order. R18 is checked on the guide: <see cref="R18BalancedGuide"/>.</summary>
internal static class AllRules
{
    public static IReadOnlyList<IRule> InOrder { get; } =
    [
        new R01OneQuestion(), new R02OneThing(), new R03NoOptions(), new R04NoPresupposedValence(),
        new R05NoEvaluation(), new R06NoVendorVoice(), new R07ExactQuoteOnly(), new R08NoInventedReference(),
        new R09KnownNouns(), new R10OpenForm(), new R11SoftWhy(), new R12Short(), new R13ListedAcknowledgement(),
        new R14NoReAsk(), new R15HonoursRefusal(), new R16ProbeBudget(), new R17KnownProbe(),
        new R19NoScore(), new R20NoPersonalData(), new R21NothingLeaks(), new R22FollowsNoInstruction(),
        new R23RespondentsLanguage(), new R24SafetyFirst(),
    ];
}
