using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// What the learned part sees of a sentence: stems, pairs of words with numbers, dates and names made equal, words under
/// a negation, the lexicons' patterns and cues, and the sum of its word vectors. Features of two sentences add up.
/// </summary>
internal sealed record Features(IReadOnlyDictionary<string, float> Named, float[] Vector)
{
    public static Features Of(SentenceSigns signs, WordVectors vectors)
    {
        var named = new Dictionary<string, float>(128, StringComparer.Ordinal);
        var vector = new float[WordVectors.Dimensions];
        string before = "<s>", before2 = "";
        var sentence = signs.Sentence;
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            var token = sentence.Tokens[at];
            if (!token.IsWord) { if (token.Text is "?" or "!") named["w:" + token.Text] = 1; continue; }
            var word = Word(token, at);
            vectors.AddTo(token.Text, vector);
            named["w:" + word] = 1;
            named[$"b:{before} {word}"] = 0.7f;
            if (before2.Length > 0) named[$"t:{before2} {before} {word}"] = 0.5f;
            if ((sentence.CuesAt(at) & Cue.Negated) != 0 && word[0] != '<') named["n:" + word] = 0.7f;
            (before2, before) = (before, word);
        }
        named[$"b:{before} </s>"] = 0.7f;
        foreach (var hit in signs.Hits) AddPattern(named, hit);
        var cues = sentence.AllCues;
        for (var cue = 1; cue <= (int)Cue.Absent; cue <<= 1)
            if (((int)cues & cue) != 0) named["c:" + (Cue)cue] = 0.5f;
        return new Features(named, vector);
    }

    /// <summary>Two neighbouring sentences read as one.</summary>
    public static Features Both(Features one, Features other)
    {
        var named = new Dictionary<string, float>(one.Named, StringComparer.Ordinal);
        foreach (var (name, value) in other.Named) named[name] = Math.Max(named.GetValueOrDefault(name), value);
        return new Features(named, [.. one.Vector.Zip(other.Vector, (a, b) => a + b)]);
    }

    private static void AddPattern(Dictionary<string, float> named, PatternHit hit)
    {
        var colour = !hit.OwnAndPresent ? ":elsewhere" : (hit.Cues & Cue.Fixed) != 0 ? ":fixed" : (hit.Cues & Cue.Negated) != 0 ? ":negated"
            : (hit.Cues & (Cue.Hypothetical | Cue.Wish)) != 0 ? ":if" : "";
        var name = $"p:{hit.Entry.Code}{colour}";
        named[name] = Math.Min(2f, named.GetValueOrDefault(name) + (float)hit.Entry.Weight);
    }

    private static string Word(Token token, int at)
    {
        if (token.Kind == TokenKind.Number) return token.Text.EndsWith('%') ? "<percent>" : token.Text.Contains(':', StringComparison.Ordinal) ? "<time>" : "<n>";
        if (Dates.Contains(token.Text)) return "<date>";
        if (token.Capital && at > 0 && token.Text.Length > 1 && token.Text[0] != 'i') return "<name>";
        return Stem.Of(token.Text);
    }

    private static readonly HashSet<string> Dates = new(StringComparer.Ordinal)
    {
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
        "jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec",
    };
}
