using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>Which neutral probe follows which answer: what the answer lacks is asked for, once.</summary>
internal static class ChooseProbe
{
    private const int TurnsBetweenQuotes = 2; // R7: at most every third turn.
    private const int MostAdmissible = 2; // And going on: three in all.
    private const int FewWords = 3;

    internal static Move? For(Guide guide, InterviewState state, Assessment assessment, Budget budget, int seed, int coreLeft)
    {
        if (assessment.Complete || assessment.Empty || Starves(state, budget, coreLeft))
            return null;
        return Quoting(guide, state, assessment) ?? Plainly(guide, state, [.. Own(guide, assessment, state), .. Kinds(assessment, state).SelectMany(kind => guide.ProbesFor(state.Pending!.Topic!, kind))], seed);
    }

    /// <summary>For a model to choose from: what the rules would ask first, and one of another kind. Whether the answer is complete the model says.</summary>
    internal static IReadOnlyList<AdmissibleProbe> Admissible(Guide guide, InterviewState state, Assessment assessment, Budget budget, int seed, int coreLeft)
    {
        if (assessment.Empty || assessment.Words < FewWords || Starves(state, budget, coreLeft))
            return [];
        List<AdmissibleProbe> probes = [];
        if (Quoting(guide, state, assessment) is { } quoting)
            probes.Add(new AdmissibleProbe(quoting, assessment.QuoteKind));
        foreach (var kind in Own(guide, assessment, state).Select(probe => probe.Kind).Concat(Kinds(assessment, state)).Concat([ProbeKind.Continue, ProbeKind.Example, ProbeKind.Specify]).Distinct())
            if (probes.Count < MostAdmissible && !probes.Exists(probe => probe.Kind == kind) && Plainly(guide, state, guide.ProbesFor(state.Pending!.Topic!, kind), seed) is { } plain)
                probes.Add(new AdmissibleProbe(plain, kind));
        return probes;
    }

    /// <summary>By what a model read: what the answer lacks.</summary>
    internal static IReadOnlyList<ProbeKind> Kinds(JudgedAnswer judged) => judged switch
    {
        { Vague: true } => [ProbeKind.Example, ProbeKind.Specify, ProbeKind.Meaning],
        { Event: true, Consequence: false } => [ProbeKind.Continue, ProbeKind.Specify],
        { Event: true, Cause: false } => [ProbeKind.Context, ProbeKind.Specify],
        _ => [ProbeKind.Specify, ProbeKind.Example],
    };

    /// <summary>A second probe in a topic must not starve the topics still to come of their first one.</summary>
    private static bool Starves(InterviewState state, Budget budget, int coreLeft) => state.ProbesInTopic > 0 && budget.Probes - state.ProbesInAll <= coreLeft;

    internal static bool MayQuote(InterviewState state) => state.TurnsSinceQuote is not < TurnsBetweenQuotes;

    private static Move? Quoting(Guide guide, InterviewState state, Assessment assessment)
    {
        if (assessment.Quote is not { } quote || !MayQuote(state))
            return null;
        var probe = guide.QuoteProbes.FirstOrDefault(p => p.Kind == assessment.QuoteKind && !state.AskedIds.Contains(p.Id));
        return probe is null ? null
            : new Move(MoveKind.QuoteProbe, Topic: state.Pending!.Topic, Question: probe.Id, Quote: quote);
    }

    private static Move? Plainly(Guide guide, InterviewState state, IEnumerable<Probe> probes, int seed)
    {
        var topic = state.Pending!.Topic!;
        var probe = probes
            .FirstOrDefault(probe => !state.AskedIds.Contains(probe.Id) && !SaidAlready(state, probe));
        return probe is null ? null
            : new Move(MoveKind.Probe, Topic: topic, Question: probe.Id, LeadIn: Acknowledge.Choose(guide, state, seed));
    }

    /// <summary>
    /// What the guide asks of this topic alone, in its own order, goes before what it asks of any: "What happens on a day without it?" fits an
    /// answer on what depends on the product better than "What did that look like in practice?". Not where something happened: that is followed up.
    /// </summary>
    private static IEnumerable<Probe> Own(Guide guide, Assessment assessment, InterviewState state) =>
        assessment is { Words: < FewWords } or { Event: true } || state.ProbesInTopic > 0 ? [] : guide.Probes.GetValueOrDefault(state.Pending!.Topic!, []);

    private static IEnumerable<ProbeKind> Kinds(Assessment assessment, InterviewState state) => assessment switch
    {
        { Words: < FewWords } => [],
        { Event: true, Consequence: false } => [ProbeKind.Continue, ProbeKind.Context],
        { Event: true, Cause: false } => [ProbeKind.Context, ProbeKind.Continue],
        { Vague: true } => [ProbeKind.Example, ProbeKind.Specify],
        _ when state.ProbesInTopic > 0 => [ProbeKind.Specify, ProbeKind.Completeness],
        _ => [ProbeKind.Specify, ProbeKind.Example],
    };

    /// <summary>R14: the same words are not asked twice, even under another id.</summary>
    private static bool SaidAlready(InterviewState state, Probe probe) =>
        state.Shown.Any(turn => turn.Text.Contains(probe.Wording.Ask.Text, StringComparison.OrdinalIgnoreCase));
}
