using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Patterns;

/// <summary>Words in a row that stand where one word could: <c>no_one</c>; the last may be a beginning, <c>sales_rep*</c>.</summary>
internal sealed class PatternPhrase(string[] words)
{
    public int Length => words.Length;
    public string First => words[0];

    public bool Matches(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length < words.Length) return false;
        for (var i = 0; i < words.Length; i++)
        {
            var fits = words[i][^1] == '*'
                ? tokens[i].Text.StartsWith(words[i].AsSpan(0, words[i].Length - 1), StringComparison.Ordinal)
                : tokens[i].Text == words[i] || tokens[i].Lemma == words[i];
            if (!fits) return false;
        }
        return true;
    }
}
