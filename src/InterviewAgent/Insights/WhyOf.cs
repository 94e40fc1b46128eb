namespace InterviewAgent.Insights;

/// <summary>The one sentence of a reading: what the dashboard says, what is heard beside it, and who knows. No names, no quotes.</summary>
internal static class WhyOf
{
    public static string Sentence(AccountReading reading)
    {
        var heard = string.Join(", ", reading.Evidence.Take(4).Select(Clause));
        return reading switch
        {
            { SilentSufferer: true } => $"Dashboard green, but {heard}, and nobody has told the vendor.",
            { AtRisk: true, ToldVendor: true } => $"{Dashboard(reading)}; {Or(heard, "the use is blocked")}, and the vendor has been told: loud, not silent.",
            { AtRisk: true } => $"{Dashboard(reading)}; {Or(heard, "the use is blocked or the renewal in doubt")}.",
            { Depends: true, Evidence.Count: > 0 } => $"People complain ({heard}), and daily work depends on the product.",
            { Depends: true } => "Daily work depends on the product, and little is held against it.",
            { HasEnoughVoice: false } => $"Not enough voice: fewer than two people or three completed interviews{(heard == "" ? "" : $"; so far {heard}")}.",
            { Evidence.Count: > 0 } => $"{Dashboard(reading)}; {heard}, too little to flag.",
            _ => $"{Dashboard(reading)}; nothing heard that contradicts it.",
        };
    }

    private static string Clause(Evidence evidence) => evidence.Kind switch
    {
        EvidenceKind.Leaving => $"{People(evidence)} of leaving or replacing it",
        EvidenceKind.OldWorkflowAlive => $"work still runs outside the product ({Said(evidence)})",
        EvidenceKind.ToleratedFriction => $"friction is worked around without a complaint ({Said(evidence)})",
        EvidenceKind.Drift => $"the purpose or the backing has moved ({Said(evidence)})",
        EvidenceKind.LowReadings => $"{Nobody(evidence)} value or result in it",
        EvidenceKind.FallingKeyActions => "key actions fall while log-ins hold",
        _ => $"{evidence.People} invited people stay silent",
    };

    private static string People(Evidence evidence) => evidence.People == 1 ? "one person speaks" : $"{evidence.People} people speak";

    private static string Said(Evidence evidence) => evidence.People == 1 ? "said by one person" : $"said by {evidence.People} people";

    private static string Nobody(Evidence evidence) => evidence.People == 1 ? "one person sees little" : $"{evidence.People} people see little";

    private static string Dashboard(AccountReading reading) => reading.Health switch
    {
        AccountHealth.Unknown => "Health unknown",
        var health => $"Dashboard {health.ToString().ToLowerInvariant()}",
    };

    private static string Or(string heard, string otherwise) => heard == "" ? otherwise : heard;
}
