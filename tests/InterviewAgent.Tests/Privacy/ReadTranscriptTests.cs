using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;

namespace InterviewAgent.Tests.Privacy;

public sealed class ReadTranscriptTests : IDisposable
{
    private static readonly NameOverlay Overlay = NameOverlay.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private readonly TestDatabase database = new();

    [Fact]
    public async Task A_totals_only_sentence_is_blanked_in_place_and_where_the_interviewer_repeats_it()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, with: interview =>
        {
            interview.Choices.Add(new VisibilityChoice
            {
                InterviewId = interview.Id, TurnId = interview.Answer().Id, Start = 11, Length = 29, Visibility = Visibility.TotalsOnly,
            });
            interview.Turns.Add(new Turn
            {
                InterviewId = interview.Id, N = 3, Speaker = Speaker.Interviewer, Move = MoveKind.QuoteProbe,
                Text = "You said \"my own sheet at night\". What happens then?",
            });
        }, answers: "I like it. I keep my own sheet at night. It works.");
        var transcript = await Read(interview.Id, new WordSpan(interview.Answer().Id, 2, 4));
        Assert.NotNull(transcript);
        Assert.Equal(["I ", "like", " it. ", null, " It works."], transcript.Turns[1].Pieces.Select(piece => piece.Text));
        Assert.Equal("What happened?", transcript.Turns[0].Pieces[0].Text);
        Assert.Null(Assert.Single(transcript.Turns[2].Pieces).Text);
    }

    [Fact]
    public async Task The_read_back_is_not_repeated_in_a_transcript()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, with: interview => interview.Turns.Add(new Turn
        {
            InterviewId = interview.Id, N = 3, Speaker = Speaker.Interviewer, Move = MoveKind.ReadBack, Text = "1. I like it.",
        }), answers: "I like it.");
        Assert.Null((await Read(interview.Id))!.Turns[2].Pieces[0].Text);
    }

    [Theory]
    [InlineData(Visibility.TotalsOnly, InterviewStatus.Analysed)]
    [InlineData(Visibility.Delete, InterviewStatus.Analysed)]
    [InlineData(Visibility.AccountOnly, InterviewStatus.Open)]
    public async Task An_interview_of_which_nothing_may_be_shown_has_no_transcript(Visibility forAll, InterviewStatus status)
    {
        var interview = await Spoken.Interview(database, forAll, status, answers: "I like it.");
        Assert.Null(await Read(interview.Id));
    }

    private async Task<ShownTranscript?> Read(Guid interviewId, params WordSpan[] marks)
    {
        using var db = database.Open();
        return await new ReadTranscript(db, Overlay).Read(new Viewer("leader", ViewerRole.Leader), interviewId, marks);
    }

    public void Dispose() => database.Dispose();
}
