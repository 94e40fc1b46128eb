using System.Runtime.InteropServices;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Analysis.Language;

/// <summary>The participant's sentences of a transcript, each with the question before it.</summary>
internal sealed class ReadAnswers(CueLexicon cues)
{
    /// <summary>Longest turn read, in characters: what is beyond is kept in the transcript and not coded.</summary>
    internal const int LongestTurn = 20_000;

    public List<Answer> Of(Transcript transcript)
    {
        var answers = new List<Answer>();
        var question = "";
        for (var i = 0; i < transcript.Turns.Count; i++)
        {
            var turn = transcript.Turns[i];
            if (turn.Speaker == Speaker.Interviewer) { question = turn.Text; continue; }
            var text = turn.Text.Length <= LongestTurn ? turn.Text : turn.Text[..LongestTurn];
            answers.Add(new Answer(i, turn.N, question, Tokenize.Text(question).ToArray(), Sentences(text, i, turn.N)));
        }
        return answers;
    }

    public List<Sentence> Sentences(string text, int turnIndex, int turnN)
    {
        var tokens = Tokenize.Text(text);
        var sentences = new List<Sentence>();
        var at = 0;
        foreach (var (start, end) in SplitSentences.Of(text))
        {
            while (at < tokens.Count && tokens[at].Start < start) at++;
            var from = at;
            while (at < tokens.Count && tokens[at].Start < end) at++;
            var own = CollectionsMarshal.AsSpan(tokens)[from..at].ToArray();
            var clauses = SplitClauses.Of(own);
            sentences.Add(new Sentence(turnIndex, turnN, sentences.Count, start, end - start, own, clauses, cues.Read(own, clauses)));
        }
        return sentences;
    }
}

/// <summary>One participant turn and the question it answers.</summary>
internal sealed record Answer(int TurnIndex, int TurnN, string Question, Token[] QuestionTokens, IReadOnlyList<Sentence> Sentences);
