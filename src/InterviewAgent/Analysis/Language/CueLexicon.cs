using InterviewAgent.Analysis.Patterns;

namespace InterviewAgent.Analysis.Language;

/// <summary>The cue patterns of prompts/lexicons/en/coding/cues.yaml and how far each reaches.</summary>
internal sealed class CueLexicon
{
    private readonly PatternIndex<CueEntry> index;

    public CueLexicon(IEnumerable<CueEntry> entries, IReadOnlyDictionary<string, string[]> lists) =>
        index = new PatternIndex<CueEntry>(entries.Select(entry => (ParsePattern.From(entry.Match, lists), entry)));

    public CueHit[] Read(Token[] tokens, List<(int From, int To)> clauses)
    {
        var found = index.Find(tokens);
        if (found.Count == 0) return [];
        var hits = new CueHit[found.Count];
        for (var i = 0; i < hits.Length; i++)
        {
            var (entry, from, to) = found[i];
            var (scopeFrom, scopeTo) = Scope(entry.Scope, from, to, tokens.Length, clauses);
            hits[i] = new CueHit(entry.Cue, from, to, scopeFrom, scopeTo);
        }
        return hits;
    }

    private static (int, int) Scope(CueScope scope, int from, int to, int count, List<(int From, int To)> clauses)
    {
        if (scope == CueScope.Sentence) return (0, count);
        var clause = (From: 0, To: 0);
        foreach (var one in clauses)
            if (from >= one.From && from < one.To) clause = one;
        return scope == CueScope.After ? (to, Math.Max(clause.To, to)) : (clause.From, Math.Max(clause.To, to));
    }
}

internal sealed class CueEntry
{
    public Cue Cue { get; set; }
    public CueScope Scope { get; set; } = CueScope.Clause;
    public string Match { get; set; } = "";
    public string Example { get; set; } = "";
}

/// <summary>The words after the cue to the end of its clause, its whole clause, or its sentence.</summary>
internal enum CueScope { Clause, After, Sentence }
