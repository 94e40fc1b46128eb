using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>Which neutral probe follows which answer: what the answer lacks is asked for, once.</summary>
internal static class ChooseProbe
{
    private const int TurnsBetweenQuotes = 2; // R7: at most every third turn.

    internal static Move? For(Guide guide, InterviewState state, Assessment assessment, Budget budget, int seed, int coreLeft)
    {
        // A second probe in a topic must not starve the topics still to come of their first one.
        if (assessment.Complete || assessment.Empty || state.ProbesInTopic > 0 && budget.Probes - state.ProbesInAll <= coreLeft)
            return null;
        return Quoting(guide, state, assessment) ?? Plainly(guide, state, assessment, seed);
    }

    private static Move? Quoting(Guide guide, InterviewState state, Assessment assessment)
    {
        if (assessment.Quote is not { } quote || state.TurnsSinceQuote < TurnsBetweenQuotes)
            return null;
        var probe = guide.QuoteProbes.FirstOrDefault(p => p.Kind == assessment.QuoteKind && !state.AskedIds.Contains(p.Id));
        return probe is null ? null
            : new Move(MoveKind.QuoteProbe, Topic: state.Pending!.Topic, Question: probe.Id, Quote: quote);
    }

    private static Move? Plainly(Guide guide, InterviewState state, Assessment assessment, int seed)
    {
        var topic = state.Pending!.Topic!;
        var probe = Kinds(assessment, state).SelectMany(kind => guide.ProbesFor(topic, kind))
            .FirstOrDefault(probe => !state.AskedIds.Contains(probe.Id) && !SaidAlready(state, probe));
        return probe is null ? null
            : new Move(MoveKind.Probe, Topic: topic, Question: probe.Id, LeadIn: Acknowledge.Choose(guide, state, seed));
    }

    private static IEnumerable<ProbeKind> Kinds(Assessment assessment, InterviewState state) => assessment switch
    {
        { Words: < 3 } => [],
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
