using InterviewAgent.Interviewing.Drafting;

namespace InterviewAgent.Tests.Interviewing.Drafting;

public class TaskNameTests
{
    [Theory]
    [InlineData("store visits", "the work on store visits")]
    [InlineData("motor claims", "the work on motor claims")]
    [InlineData("claims", "the work on claims")]
    [InlineData("transfers of patients", "the work on transfers of patients")]
    [InlineData("planning and dispatch", "the work on planning and dispatch")]
    [InlineData("the call guide", "the work on the call guide")]
    [InlineData("the Site Diary", "the work on the Site Diary")]
    [InlineData("returns desk", "the work on returns desk")]
    [InlineData("list of open orders", "the work on list of open orders")]
    public void What_is_many_or_a_thing_takes_a_word_that_is_one(string task, string said) => Assert.Equal(said, TaskName.Of(task));

    [Theory]
    [InlineData("the weekly plan")]
    [InlineData("title planning")]
    [InlineData("onboarding of agents")]
    [InlineData("intake at the weighbridge")]
    [InlineData("cost analysis")]
    [InlineData("the hiring process")]
    [InlineData("the shift plan")]
    [InlineData("desk research")]
    [InlineData("logistics")]
    [InlineData("order status")]
    [InlineData("OPS")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_one_stays_as_it_is(string? task) => Assert.Equal(task, TaskName.Of(task));

    [Fact]
    public async Task A_question_about_many_reads_right_and_is_not_refused_for_its_words()
    {
        using var talk = new Talk(task: "store visits");
        await talk.Open();
        var asked = await talk.Say("Yes, start");
        Assert.Contains("How is the work on store visits being done this week?", await Asked(talk, asked.Text), StringComparison.Ordinal);
    }

    private static async Task<string> Asked(Talk talk, string first)
    {
        List<string> all = [first];
        for (var i = 0; i < 12 && !talk.Last.Offer.Ended; i++)
        {
            all.Add((await talk.Say("Skip")).Text);
        }
        return string.Join('\n', all);
    }
}
