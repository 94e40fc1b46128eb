using InterviewAgent.Analysis.Promises;

namespace InterviewAgent.Tests.Analysis.Promises;

public class HearPromisesTests
{
    private static readonly HearPromises Hear = HearPromises.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    [Theory]
    [InlineData("Cut repeat technician visits to 12%", "Repeat visits are at nineteen per cent.", PromiseState.Contradicted)]
    [InlineData("Cut repeat technician visits to 12%", "Repeat visits are at 11.5% since May.", PromiseState.Held)]
    [InlineData("Cut repeat visits from 19% to 12%", "Repeat visits: 14 percent in May.", PromiseState.Contradicted)]
    [InlineData("Invoices leave within ten days", "The invoices. We are at five weeks.", PromiseState.Contradicted)]
    [InlineData("Invoices leave within ten days", "Invoices leave after a week, all of them.", PromiseState.Held)]
    [InlineData("At least 80% of orders come in online", "Orders online are at ninety-one per cent.", PromiseState.Held)]
    [InlineData("Storage cost under 20,000 a month", "Storage cost was 31,000 in March.", PromiseState.Contradicted)]
    [InlineData("New agents on the phones after two weeks instead of five", "New agents on the phones: four weeks and a bit.", PromiseState.Contradicted)]
    [InlineData("An estimate in fifteen minutes instead of two hours", "An estimate went from two hours to fifteen minutes.", PromiseState.Held)]
    public void An_amount_is_held_against_the_limit_of_the_promise(string promise, string answer, PromiseState state) =>
        Assert.Equal(state, State(promise, answer));

    [Theory]
    [InlineData("All four regions are planned in Rotara by May", "Nobody has asked about the regions and Rotara since the kick-off.", PromiseState.Forgotten)]
    [InlineData("All four regions are planned in Rotara by May", "The four regions were cut down to the north only.", PromiseState.Changed)]
    [InlineData("All four regions are planned in Rotara by May", "The regions are still planned in Excel, not in Rotara.", PromiseState.Contradicted)]
    [InlineData("All four regions are planned in Rotara by May", "All four regions run in Rotara since Monday.", PromiseState.Held)]
    [InlineData("All four regions are planned in Rotara by May", "The canteen has better soup.", PromiseState.NotMentioned)]
    [InlineData("All four regions are planned in Rotara by May", "", PromiseState.NotMentioned)]
    public void Words_say_what_became_of_it(string promise, string answer, PromiseState state) => Assert.Equal(state, State(promise, answer));

    [Fact]
    public void The_quoted_sentence_is_the_one_about_the_promise()
    {
        const string answer = "We had a warm month. All four regions run in Rotara since Monday. The dogs are fine.";
        var heard = Hear.Of(Hear.Prepare("All four regions are planned in Rotara", null), "", answer, []);
        Assert.Equal("All four regions run in Rotara since Monday.", answer.Substring(heard.Start, heard.Length));
    }

    [Fact]
    public void A_sentence_that_may_not_be_read_says_nothing()
    {
        const string answer = "All four regions run in Rotara since Monday.";
        Assert.Equal(PromiseState.NotMentioned, Hear.Of(Hear.Prepare("All four regions are planned in Rotara", null), "", answer, [], (_, _) => false).State);
    }

    [Fact]
    public void A_code_on_the_same_words_counts_and_an_annoyance_does_not()
    {
        const string answer = "The regions and Rotara, well.";
        PromiseState With(string code, int? severity) =>
            Hear.Of(Hear.Prepare("All four regions are planned in Rotara", null), "", answer, [new CodeAt(code, severity, 0, 20)]).State;
        Assert.Equal(PromiseState.Changed, With("drift.scope", null));
        Assert.Equal(PromiseState.Contradicted, With("technical.integration", 3));
        Assert.Equal(PromiseState.Held, With("product.usability", 1));
    }

    [Fact]
    public void A_huge_answer_is_read_in_no_time()
    {
        var answer = string.Concat(Enumerable.Repeat("regions Rotara 12% of ten days and ", 40_000));
        Hear.Of(Hear.Prepare("All four regions are planned in Rotara within ten days", "planning"), answer, answer, []);
    }

    private static PromiseState State(string promise, string answer) => Hear.Of(Hear.Prepare(promise, null), "", answer, []).State;
}
