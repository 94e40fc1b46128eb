using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Interviewing;
using InterviewAgent.Accounts;

namespace InterviewAgent.Tests.Analysis;

public sealed class LexiconTests
{
    private static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "prompts");
    private static readonly CodingLexicon Lexicon = CodingLexicon.Load(Prompts);

    [Fact]
    public void Every_pattern_belongs_to_a_code_of_the_codebook_and_finds_its_own_example()
    {
        var codebook = Codebook.Load(Prompts);
        var wrong = Lexicon.Entries.Where(entry => !codebook.Has(entry.Code) || !Finds(entry)).Select(entry => $"{entry.Code}: {entry.Match} / {entry.Example}");
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    private static bool Finds(PatternEntry entry)
    {
        var transcript = new Transcript("t", Role.EndUser, Checkpoint.Day30, [new TranscriptTurn(1, Speaker.Participant, entry.Example)]);
        return new ReadSentence(Lexicon).All(new ReadAnswers(Lexicon.Cues).Of(transcript)).Any(signs => signs.Hits.Any(hit => ReferenceEquals(hit.Entry, entry)));
    }
}
