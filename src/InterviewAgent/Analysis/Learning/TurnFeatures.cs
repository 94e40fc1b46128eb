using InterviewAgent.Accounts;
using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// A whole answer beside its question, as one text: "Yellow pad." says what it means only together with what was asked. Read beside the
/// sentences, since the sentences say which words a code rests on and the answer says more surely that it is there.
/// </summary>
internal static class TurnFeatures
{
    /// <summary>How long the words of a whole answer count, beside those of a sentence (chosen by cross-validation).</summary>
    public const float WordsLength = 1.04f;

    private const float Asked = 0.7f;
    private const float Pair = 0.5f;

    /// <param name="role">Null for an answer of the bank, which has neither role nor checkpoint.</param>
    public static Features Of(IEnumerable<Features> sentences, SentenceSigns first, Role? role, Checkpoint? checkpoint)
    {
        var named = new Dictionary<string, float>(160, StringComparer.Ordinal);
        var vector = new float[WordVectors.Dimensions];
        foreach (var sentence in sentences)
        {
            foreach (var (name, value) in sentence.Named)
                if (name[0] != 't' && (!named.TryGetValue(name, out var other) || other < value)) named[name] = value;
            for (var d = 0; d < vector.Length; d++) vector[d] += sentence.Vector[d];
        }
        Question(named, first);
        if (role is { } speaks)
        {
            named["role:" + speaks] = 0.7f;
            named["side:" + RoleSides.Side(speaks)] = 0.7f;
        }
        if (checkpoint is { } at) named["at:" + at] = 0.7f;
        return new Features(named, vector);
    }

    private static void Question(Dictionary<string, float> named, SentenceSigns first)
    {
        foreach (var asked in first.Asks) named["asks:" + asked] = 1;
        var before = "<s>";
        foreach (var token in first.Answer.QuestionTokens)
        {
            if (token.Kind != TokenKind.Word) continue;
            var word = token.Capital ? "<name>" : Stem.Of(token.Text);
            named["qw:" + word] = Asked;
            named[$"qb:{before} {word}"] = Pair;
            before = word;
        }
    }
}
