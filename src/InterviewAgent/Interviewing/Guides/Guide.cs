using InterviewAgent.Accounts;

namespace InterviewAgent.Interviewing.Guides;

/// <summary>What is asked of one side in one phase: the fixed core, the adaptive layer, and every fixed text.</summary>
/// <param name="Id">Such as "buyer-early".</param>
/// <param name="Hash">SHA-256 (hex) of the files it was read from, in reading order.</param>
/// <param name="Topics">The core questions, in file order; the pair's order is decided by a seed.</param>
/// <param name="Last">"What have I not asked that matters?"</param>
/// <param name="Probes">By topic id and by "any".</param>
public sealed record Guide(
    string Id, Side Side, Phase Phase, string Hash,
    IReadOnlyList<Topic> Topics, Topic Last, IReadOnlyList<Pair> Pairs,
    IReadOnlyDictionary<string, IReadOnlyList<Probe>> Probes,
    IReadOnlyList<Probe> QuoteProbes,
    IReadOnlyDictionary<string, Template> Texts,
    IReadOnlyList<string> Acknowledgements, string Covered)
{
    /// <summary>The core questions as this interview asks them: of a pair, an odd seed asks the unfavourable one first (R18).</summary>
    public IReadOnlyList<Topic> InOrder(int seed)
    {
        var topics = Topics.ToList();
        foreach (var pair in Pairs.Where(_ => seed % 2 != 0))
        {
            var (first, second) = (topics.FindIndex(t => t.Id == pair.Favourable), topics.FindIndex(t => t.Id == pair.Unfavourable));
            if (first >= 0 && second >= 0)
                (topics[first], topics[second]) = (topics[second], topics[first]);
        }
        return topics;
    }

    /// <summary>Probes of one kind for a topic: its own first, then those for any topic.</summary>
    public IEnumerable<Probe> ProbesFor(string topic, ProbeKind kind) =>
        new[] { topic, "any" }.SelectMany(key => Probes.GetValueOrDefault(key, [])).Where(probe => probe.Kind == kind);

    /// <summary>The question asked by a turn, by the ids stored with it; null when the guide no longer has it.</summary>
    public Template? Question(string? topic, string? question) =>
        Topics.Append(Last).FirstOrDefault(t => t.Id == question)?.Question
        ?? new[] { topic ?? "any", "any" }.SelectMany(key => Probes.GetValueOrDefault(key, [])).Concat(QuoteProbes)
            .FirstOrDefault(probe => probe.Id == question)?.Wording
        ?? (question is null ? null : Texts.GetValueOrDefault(question));
}

/// <summary>Early: days 14 and 30. Middle: days 60 and 90. Late: month 5.</summary>
public enum Phase { Early, Middle, Late }

/// <summary>A core question.</summary>
public sealed record Topic(string Id, Template Question);

/// <summary>Two topics, one inviting favourable and one unfavourable news.</summary>
public sealed record Pair(string Favourable, string Unfavourable);

/// <summary>The closed list of R17.</summary>
public enum ProbeKind { Continue, Specify, Example, Meaning, Completeness, Context }

/// <summary>A neutral probe; one that quotes has the slot {quote}.</summary>
public sealed record Probe(string Id, ProbeKind Kind, Template Wording);

/// <summary>Words with slots, the same without slots, and a plainer wording for who asks what is meant.</summary>
/// <param name="Twin">Without slots; shown when a slot is empty or its value breaks a rule.</param>
public sealed record Template(string Id, Wording Ask, Wording Twin, Wording? Plain);

/// <summary>A sentence of a guide and where it stands, so that a refusal can name its place.</summary>
public sealed record Wording(string Text, string File, int Line)
{
    public bool HasSlots => Text.Contains('{', StringComparison.Ordinal);
}
