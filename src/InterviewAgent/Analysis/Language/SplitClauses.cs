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
            var parts = token.Kind == TokenKind.Mark
                ? Always.Contains(token.Text) || (token.Text == "," && StartsClause(tokens, at + 1))
                : Conjunctions.Contains(token.Text);
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
            if (Subjects.Contains(tokens[i].Text) || Conjunctions.Contains(tokens[i].Text)) return true;
        return false;
    }

    private static int Words(ReadOnlySpan<Token> tokens, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
            if (tokens[i].IsWord) words++;
        return words;
    }

    private static readonly HashSet<string> Always = [";", ":", "-", "(", ")", "…", ".", "!", "?"];

    private static readonly HashSet<string> Conjunctions =
        ["but", "because", "so", "although", "though", "however", "yet", "while", "whereas", "until", "till", "unless", "except", "then", "which", "when", "if", "and"];

    private static readonly HashSet<string> Subjects =
        ["i", "we", "they", "he", "she", "it", "you", "it's", "i'm", "we're", "they're", "i've", "we've", "there", "there's", "that", "that's",
         "nobody", "everybody", "everyone", "somebody", "someone", "my", "our", "their", "the", "now", "who", "he's", "she's", "this", "not", "some", "people", "others", "many", "most"];
}
