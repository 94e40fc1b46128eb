using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Interviewing;

public class FirstTurnChecklistTests
{
    private const string Full = """
        I am an AI, asking for Rotara's customer team how the rollout goes in your work. It takes about 6 minutes and 4 to 12 questions.

        The team sees your words with your account, not your name: "my account only". In a small account you may be recognised. Anything serious goes to Dana Reyes.

        You can skip or stop at any time, and type "delete" to remove everything. Is it okay to start?
        """;

    private static readonly FirstTurnChecklist Checklist = new(Gate.Real);

    [Fact]
    public void A_full_first_turn_passes() => Assert.Empty(Checklist.Missing(Full));

    [Theory]
    [InlineData("I am an AI, asking", "I am asking", "AI")]
    [InlineData("about 6 minutes and ", "", "minutes")]
    [InlineData(" and 4 to 12 questions", "", "questions")]
    [InlineData(": \"my account only\"", "", "my account only")]
    [InlineData("In a small account you may be recognised. ", "", "recognised")]
    [InlineData("skip or stop", "go on", "skip or stop")]
    [InlineData("type \"delete\" to remove everything", "write to us", "delete")]
    [InlineData("Is it okay to start?", "What is your week about?", "consent")]
    [InlineData("Is it okay to start?", "Is it okay to start? Who else uses it?", "2 questions")]
    public void What_is_missing_is_named(string part, string instead, string named) =>
        Assert.Contains(Checklist.Missing(Full.Replace(part, instead, StringComparison.Ordinal)),
            missing => missing.Contains(named, StringComparison.Ordinal));

    [Fact]
    public void More_than_ninety_words_are_too_many() =>
        Assert.Contains(Checklist.Missing(Full + string.Concat(Enumerable.Repeat(" word", 40))), missing => missing.Contains("at most 90", StringComparison.Ordinal));
}
