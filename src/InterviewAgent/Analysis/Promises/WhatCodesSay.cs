namespace InterviewAgent.Analysis.Promises;

/// <summary>What a code found in the same words says of the promise they are about.</summary>
internal static class WhatCodesSay
{
    /// <summary>Null: nothing. An annoyance (severity 1) contradicts no promise.</summary>
    public static PromiseState? Of(string code, int? severity) => code switch
    {
        "drift.goal" or "drift.criteria" or "drift.scope" or "drift.priority" => PromiseState.Changed,
        "drift.milestone-theatre" or "expectation.oversell" or "expectation.value" => PromiseState.Contradicted,
        "enthusiasm" => null,
        _ when code.StartsWith("evidence.", StringComparison.Ordinal) => PromiseState.Held,
        _ when severity >= 2 => PromiseState.Contradicted,
        _ => null,
    };
}
