using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Coding;

/// <summary>1 an annoyance, 2 slows or narrows the use, 3 blocks it or endangers the renewal. Two unless something says otherwise.</summary>
internal static class JudgeSeverity
{
    public static int Of(string code, IReadOnlyList<CodeScore> best) => 2;
}
