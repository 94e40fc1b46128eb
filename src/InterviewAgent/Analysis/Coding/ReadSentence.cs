using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Coding;

/// <summary>Everything the lexicons say of one sentence in its place: patterns with their cues, and what the question asked for.</summary>
internal sealed record SentenceSigns(Sentence Sentence, Answer Answer, IReadOnlyList<PatternHit> Hits, IReadOnlyList<string> Asks);

internal sealed class ReadSentence(CodingLexicon lexicon)
{
    public IEnumerable<SentenceSigns> All(IEnumerable<Answer> answers)
    {
        foreach (var answer in answers)
        {
            var asks = Asks(answer);
            foreach (var sentence in answer.Sentences) yield return new SentenceSigns(sentence, answer, Hits(sentence), asks);
        }
    }

    private List<PatternHit> Hits(Sentence sentence)
    {
        var found = lexicon.Patterns.Find(sentence.Tokens);
        var hits = new List<PatternHit>(found.Count);
        foreach (var (entry, from, to) in found) hits.Add(new PatternHit(entry, from, to, sentence.CuesAt(from)));
        return hits;
    }

    private List<string> Asks(Answer answer)
    {
        return [.. lexicon.Questions.Find(answer.QuestionTokens).Select(hit => hit.Value.Asks).Distinct(StringComparer.Ordinal)];
    }
}
