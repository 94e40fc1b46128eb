using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Analysis;

public sealed class BuiltInCoderTests
{
    [Fact]
    public void A_workaround_without_any_opinion_word_is_the_old_workflow()
    {
        var coded = Interviews.Code("How is the weekly plan made?", "I export it to Excel every Friday and send round my own spreadsheet.");
        Assert.True(coded.Has("operational.old-workflow"));
    }

    [Fact]
    public void What_the_former_tool_did_is_no_friction_of_this_one()
    {
        var coded = Interviews.Code("What did you have before?", "The former tool crashed every afternoon and lost our rows.");
        Assert.False(coded.Has("technical.reliability"));
    }

    [Fact]
    public void An_empty_interview_has_no_findings_and_a_neutral_feeling()
    {
        var coded = Interviews.Coder.Code(new Transcript("t", Role.Buyer, Checkpoint.Day14, []));
        Assert.Empty(coded.Findings);
        Assert.Equal(0, coded.Sentiment);
    }

    [Fact]
    public void Every_quote_lies_in_a_participant_turn_whatever_was_said()
    {
        string[] words = ["we", "still", "use", "excel", "don't", "trust", "it", ".", "?!", "\n", "👩‍👧", "\ud800", "Nobody owns it.", "e\u0301", "I export to", "…", "…and", "e.g.", "\0"];
        var answers = Gen.ArrayOf(Gen.Elements(words)).Select(parts => string.Join(' ', parts));
        Prop.ForAll(answers.ToArbitrary(), answer =>
        {
            var transcript = Interviews.With(Role.EndUser, Checkpoint.Day30, ("How do you plan?", answer));
            var coded = Interviews.Coder.Code(transcript);
            return coded.TurnSentiment.Count == 1 && coded.Findings.All(finding => finding.Quotes.Count > 0 && finding.Quotes.All(quote =>
                quote.TurnN == 2 && quote.Start >= 0 && quote.Length > 0 && quote.Start + quote.Length <= answer.Length));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_interviewers_words_are_never_coded()
    {
        var transcript = new Transcript("t", Role.EndUser, Checkpoint.Day30, [new TranscriptTurn(1, Speaker.Interviewer, "I export it to Excel every Friday.")]);
        Assert.Empty(Interviews.Coder.Code(transcript).Findings);
    }
}
