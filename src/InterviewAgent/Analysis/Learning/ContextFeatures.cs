using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Learning;

/// <summary>What stands around the words: who speaks, when, and what was asked.</summary>
internal static class ContextFeatures
{
    public static Features Of(SentenceSigns signs, Transcript transcript)
    {
        var named = new Dictionary<string, float>(StringComparer.Ordinal)
        {
            ["role:" + transcript.Role] = 0.7f,
            ["at:" + transcript.Checkpoint] = 0.7f,
            ["side:" + Accounts.RoleSides.Side(transcript.Role)] = 0.7f,
        };
        foreach (var asked in signs.Asks) named["asks:" + asked] = 1;
        foreach (var token in signs.Answer.QuestionTokens)
            if (token.Kind == TokenKind.Word && !token.Capital) named["q:" + Stem.Of(token.Text)] = 0.5f;
        if (signs.Sentence.Index == 0) named["first"] = 0.7f;
        return new Features(named, []);
    }
}
