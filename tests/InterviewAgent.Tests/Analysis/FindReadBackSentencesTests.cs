using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Analysis;

public class FindReadBackSentencesTests
{
    private static readonly FindReadBackSentences Find = new(Interviews.Coder);

    private static Turn Asked(int n, string text) => new() { N = n, Speaker = Speaker.Interviewer, Text = text };

    private static Turn Said(int n, string text, Intent intent = Intent.Answer) =>
        new() { N = n, Speaker = Speaker.Participant, Text = text, Intent = intent };

    private static readonly Turn[] Turns =
    [
        Asked(1, "How is the weekly plan being done this week?"),
        Said(2, "Mostly in my own spreadsheet. I copy the numbers over at the end of the day because nobody here trusts what the screen says."),
        Asked(3, "What happened next?"),
        Said(4, "I don't know", Intent.DoNotKnow),
        Asked(5, "How will you know that this rollout is finished?"),
        Said(6, "Our sponsor left in June and nobody has taken her place. The old report is still what my manager asks for."),
        Said(7, "my account only, my own spreadsheet", Intent.ReadBackChoice),
    ];

    [Fact]
    public void Only_answers_are_read_back()
    {
        var found = Find.Find(Role.EndUser, Checkpoint.Day60, Turns, most: 5);
        Assert.NotEmpty(found);
        Assert.All(found, sentence => Assert.Contains(sentence.TurnN, new[] { 2, 6 }));
    }

    [Fact]
    public void No_word_is_read_back_twice()
    {
        var found = Find.Find(Role.EndUser, Checkpoint.Day60, Turns, most: 5);
        Assert.Equal(found.Count, found.Select(sentence => sentence.Number).Distinct().Count());
        Assert.All(found.GroupBy(sentence => sentence.TurnN), turn =>
        {
            var spans = turn.OrderBy(sentence => sentence.Start).ToList();
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
        });
    }

    [Fact]
    public void What_is_read_back_stands_in_the_answer_letter_for_letter() =>
        Assert.All(Find.Find(Role.EndUser, Checkpoint.Day60, Turns, most: 5), sentence =>
            Assert.Equal(sentence.Text, Turns.First(turn => turn.N == sentence.TurnN).Text.Substring(sentence.Start, sentence.Length)));
}
