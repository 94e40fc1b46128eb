using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Readings;
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

    [Fact]
    public void Every_pattern_of_a_reading_finds_its_own_example()
    {
        var lexicon = ReadingLexicon.Load(Prompts, Lexicon.Lists);
        var wrong = lexicon.Entries.Where(entry => !lexicon.Index.Find(Tokenize.Text(entry.Example).ToArray()).Exists(hit => ReferenceEquals(hit.Value, entry)))
            .Select(entry => $"{entry.Reading}: {entry.Match} / {entry.Example}");
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Fact]
    public void What_codes_say_of_readings_names_codes_of_the_codebook_and_values_on_the_scale()
    {
        var codebook = Codebook.Load(Prompts);
        Assert.All(ReadingsOfCodes.Load(Prompts).Entries, entry =>
        {
            Assert.True(codebook.Has(entry.Code), entry.Code);
            Assert.InRange(entry.Value, 0, 4);
            Assert.InRange(entry.Weight, 0.1, 2);
        });
    }

    private static bool Finds(PatternEntry entry)
    {
        var transcript = new Transcript("t", Role.EndUser, Checkpoint.Day30, [new TranscriptTurn(1, Speaker.Participant, entry.Example)]);
        return new ReadSentence(Lexicon).All(new ReadAnswers(Lexicon.Cues).Of(transcript)).Any(signs => signs.Hits.Any(hit => ReferenceEquals(hit.Entry, entry)));
    }
}
