using System.Collections.Frozen;

namespace InterviewAgent.Analysis.Language;

/// <summary>
/// Clauses as token ranges: a semicolon, colon, dash or bracket always parts; a comma or a conjunction parts when enough
/// words stand on both sides. Rough on purpose: a clause is the reach of a cue, not a parse.
/// </summary>
internal static class SplitClauses
{
    private const int FewestWords = 2;

    public static List<(int From, int To)> Of(ReadOnlySpan<Token> tokens)
    {
        var clauses = new List<(int, int)>();
        var from = 0;
        for (var at = 1; at < tokens.Length; at++)
        {
            var token = tokens[at];
            var parts = token.Form.Clause switch
            {
                ClauseSign.Parts or ClauseSign.Joins => true,
                ClauseSign.Comma => StartsClause(tokens, at + 1),
                _ => false,
            };
            if (!parts || Words(tokens, from, at) < FewestWords) continue;
            clauses.Add((from, at));
            from = at;
        }
        if (from < tokens.Length) clauses.Add((from, tokens.Length));
        return clauses;
    }

    // "fast, clean, simple" is a list; "we bought it, nobody opens it" is two clauses.
    private static bool StartsClause(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at; i < Math.Min(at + 3, tokens.Length); i++)
            if (tokens[i].Form.Clause is ClauseSign.Begins or ClauseSign.Joins) return true;
        return false;
    }

    /// <summary>What a word or mark says of clauses, wherever it stands.</summary>
    public static ClauseSign SignOf(string text) =>
        text == "," ? ClauseSign.Comma : Always.Contains(text) ? ClauseSign.Parts : Conjunctions.Contains(text) ? ClauseSign.Joins : Subjects.Contains(text) ? ClauseSign.Begins : ClauseSign.None;

    private static int Words(ReadOnlySpan<Token> tokens, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
            if (tokens[i].IsWord) words++;
        return words;
    }

    private static readonly FrozenSet<string> Always = FrozenSet.ToFrozenSet([";", ":", "-", "(", ")", "…", ".", "!", "?"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Conjunctions = FrozenSet.ToFrozenSet(
        ["but", "because", "so", "although", "though", "however", "yet", "while", "whereas", "until", "till", "unless", "except", "then", "which", "when", "if", "and"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Subjects = FrozenSet.ToFrozenSet(
        ["i", "we", "they", "he", "she", "it", "you", "it's", "i'm", "we're", "they're", "i've", "we've", "there", "there's", "that", "that's",
         "nobody", "everybody", "everyone", "somebody", "someone", "my", "our", "their", "the", "now", "who", "he's", "she's", "this", "not", "some", "people", "others", "many", "most"], StringComparer.Ordinal);
}

/// <summary>A mark that always parts, a comma that may, a conjunction, a word that begins a clause after a comma.</summary>
internal enum ClauseSign { None, Parts, Comma, Joins, Begins }
