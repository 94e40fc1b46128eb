using System.Text.Json;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;

namespace InterviewAgent.Tests.Privacy;

public sealed class ReadQuotesTests : IDisposable
{
    private static readonly NameOverlay Overlay = NameOverlay.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private static readonly Viewer Leader = new("leader", ViewerRole.Leader);
    private readonly TestDatabase database = new();

    [Fact]
    public async Task A_quote_stands_under_the_role_and_names_nobody()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: "Tindra asked me to keep the sheet.");
        var quote = Assert.Single(await Read(Leader, interview.Answer().Whole()));
        Assert.Equal(("[a colleague] asked me to keep the sheet.", (Role?)Role.EndUser, (string?)null), (quote.Words, quote.Role, quote.Name));
    }

    [Fact]
    public async Task A_name_needs_words_that_were_read_back()
    {
        var interview = await Spoken.Interview(database, Visibility.WithMyName, with: ReadBackFirstAnswer, answers: ["I like it.", "I keep my sheet."]);
        var quotes = await Read(Leader, interview.Answer(1).Whole(), interview.Answer(2).Whole());
        Assert.Equal(["Ruvendri Pather", null], quotes.Select(quote => quote.Name));
        Assert.All(quotes, quote => Assert.NotNull(quote.Words));
    }

    [Fact]
    public async Task A_researcher_sees_no_name_even_where_it_was_allowed()
    {
        var interview = await Spoken.Interview(database, Visibility.WithMyName, with: ReadBackFirstAnswer, answers: "I like it.");
        Assert.Null((await Read(new Viewer("r", ViewerRole.Researcher), interview.Answer().Whole()))[0].Name);
    }

    [Theory]
    [InlineData(InterviewStatus.Open, WhyHidden.NotEnded)]
    [InlineData(InterviewStatus.Paused, WhyHidden.NotEnded)]
    [InlineData(InterviewStatus.Declined, WhyHidden.NotEnded)]
    [InlineData(InterviewStatus.BrokenOff, null)]
    [InlineData(InterviewStatus.AwaitingAnalysis, null)]
    public async Task Words_are_shown_once_the_interview_has_ended(InterviewStatus status, WhyHidden? hidden)
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, status, answers: "I like it.");
        Assert.Equal(hidden, (await Read(Leader, interview.Answer().Whole()))[0].Hidden);
    }

    [Fact]
    public async Task Totals_only_words_are_hidden_and_a_sentence_of_its_own_choice_is_not()
    {
        var interview = await Spoken.Interview(database, Visibility.TotalsOnly, with: interview => interview.Choices.Add(new VisibilityChoice
        {
            InterviewId = interview.Id, TurnId = interview.Answer().Id, Start = 0, Length = 10, Visibility = Visibility.AccountOnly,
        }), answers: "I like it. I keep my sheet.");
        var turn = interview.Answer().Id;
        var quotes = await Read(Leader, new WordSpan(turn, 0, 10), new WordSpan(turn, 11, 16), new WordSpan(turn, 0, 27));
        Assert.Equal(["I like it.", null, null], quotes.Select(quote => quote.Words));
    }

    [Fact]
    public async Task A_span_that_is_gone_or_outside_its_turn_is_answered_and_not_thrown()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: "Short.");
        var quotes = await Read(Leader, new WordSpan(Guid.NewGuid(), 0, 3), new WordSpan(interview.Answer().Id, 3, 400), new WordSpan(interview.Answer().Id, -1, 2));
        Assert.All(quotes, quote => Assert.Equal(WhyHidden.Gone, quote.Hidden));
    }

    private static void ReadBackFirstAnswer(Interview interview) => interview.Turns.Add(new Turn
    {
        InterviewId = interview.Id, N = interview.Turns.Count + 1, Speaker = Speaker.Interviewer, Text = "You said.", Move = MoveKind.ReadBack,
        Offer = JsonSerializer.Serialize(new Offer([], [new ReadBackSentence(1, 2, 0, 10, "I like it.")], false, 1)),
    });

    private async Task<IReadOnlyList<ShownQuote>> Read(Viewer viewer, params WordSpan[] spans)
    {
        using var db = database.Open();
        return await new ReadQuotes(db, Overlay).Read(viewer, spans);
    }

    public void Dispose() => database.Dispose();
}
