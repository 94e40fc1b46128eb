using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Sentiment;

/// <summary>The clauses of a sentence with the values of their words: phrases before single words, negation, strengthening and weakening words.</summary>
internal static class ReadClauses
{
    private const double Denied = -0.75;
    private const double DeniedBad = -0.1;
    private const double Stronger = 1.3;
    private const double Weaker = 0.7;
    private const double TooMuch = -0.5;

    /// <summary>"but it wasn't", "and I didn't": no more words than this, one of them a negation, none an opinion.</summary>
    private const int ShortestWithContent = 5;

    public static List<ClauseOpinion> Of(Sentence sentence, SentimentLexicon lexicon)
    {
        var tokens = sentence.Tokens;
        Span<double> values = tokens.Length <= 256 ? stackalloc double[tokens.Length] : new double[tokens.Length];
        lexicon.Read(tokens, values);
        var clauses = new List<ClauseOpinion>(sentence.Clauses.Count);
        var denied = false;
        foreach (var (from, to) in sentence.Clauses)
        {
            var cues = Beginning(sentence, from, to);
            var but = tokens[from].Text is "but" or "however" or "yet";
            if (but) denied = false;
            if (denied) cues |= Cue.Denied;
            if ((cues & Cue.Denied) != 0) denied = true;
            double good = 0, bad = 0;
            var words = 0;
            for (var at = from; at < to; at++)
            {
                if (tokens[at].IsWord) words++;
                if (values[at] == 0) continue;
                var value = values[at] * Strength(tokens, at, from);
                // A denied belief ("I don't think …") is turned as a whole: its own negation must not turn its words again.
                if ((cues & Cue.Denied) == 0 && IsNegated(sentence, at)) value *= value > 0 ? Denied : DeniedBad;
                if (value > 0) good += value;
                else bad -= value;
            }
            var takesBack = (cues & Cue.Denied) == 0 && good == 0 && bad == 0 && words <= ShortestWithContent && HasNegation(sentence, from, to);
            clauses.Add(new ClauseOpinion(good - bad, good, bad, cues, takesBack, but));
        }
        return clauses;
    }

    private static Cue Beginning(Sentence sentence, int from, int to)
    {
        var cues = Cue.None;
        foreach (var hit in sentence.Cues)
            if (hit.From >= from && hit.From < to) cues |= hit.Cue;
        return cues;
    }

    private static bool IsNegated(Sentence sentence, int at)
    {
        foreach (var hit in sentence.Cues)
            if (hit.Cue == Cue.Negated && at >= hit.ScopeFrom && at < hit.ScopeTo && at - hit.From <= 6) return true;
        return false;
    }

    private static bool HasNegation(Sentence sentence, int from, int to)
    {
        foreach (var hit in sentence.Cues)
            if (hit.Cue == Cue.Negated && hit.From >= from && hit.From < to) return true;
        return false;
    }

    private static double Strength(Token[] tokens, int at, int from)
    {
        if (at == from) return 1;
        var before = tokens[at - 1].Text;
        return before == "too" ? TooMuch : Strengthening.Contains(before) ? Stronger : Weakening.Contains(before) ? Weaker : 1;
    }

    private static readonly HashSet<string> Strengthening =
        ["very", "really", "so", "extremely", "incredibly", "totally", "absolutely", "completely", "truly", "super", "highly", "most", "particularly", "bloody", "utterly", "deeply"];

    private static readonly HashSet<string> Weakening =
        ["bit", "slightly", "somewhat", "fairly", "quite", "rather", "little", "reasonably", "sort", "kinda", "almost", "mostly", "of"];
}
