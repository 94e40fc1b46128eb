using InterviewAgent.Analysis;
using InterviewAgent.Analysis.ModelCoding;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Analysis.ModelCoding;

public sealed class MergePartsTests
{
    [Theory]
    [InlineData(1000, 1)]
    [InlineData(40, 3)]
    [InlineData(10, 4)]
    public void Windows_hold_every_turn_and_neighbours_share_some(int most, int least)
    {
        List<TranscriptTurn> turns = [.. Enumerable.Range(1, 6).Select(n => new TranscriptTurn(n, n % 2 == 0 ? Speaker.Participant : Speaker.Interviewer, new string('x', 10)))];
        var windows = CutWindows.Of(turns, most, overlap: 1);
        Assert.True(windows.Count >= Math.Min(least, windows.Count) && (most > 60) == (windows.Count == 1));
        Assert.Equal([1, 2, 3, 4, 5, 6], windows.SelectMany(window => window).Select(turn => turn.N).Distinct());
        Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.True(pair.Second[0].N <= pair.First[^1].N + 1));
    }

    [Fact]
    public void A_turn_longer_than_a_window_is_read_in_pieces_that_overlap()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(n => $"{n} "));
        var windows = CutWindows.Of([new TranscriptTurn(2, Speaker.Participant, text)], 5000, overlap: 4);
        Assert.All(windows, window => Assert.All(window, turn => Assert.Equal(2, turn.N)));
        Assert.All(Enumerable.Range(0, 3000), n => Assert.Contains(windows.SelectMany(window => window), turn => turn.Text.Contains($"{n} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_code_of_two_windows_stands_once_with_the_worse_severity_and_quotes_that_share_no_words()
    {
        static CodedFinding Found(int severity, params QuoteSpan[] quotes) =>
            new(FindingKind.Friction, "technical.data", severity, null, quotes, "model");
        IReadOnlyList<TranscriptTurn> window = [new(2, Speaker.Participant, "0123456789")];
        var merged = MergeParts.Of(
            [
                new CodedInterview([Found(1, new QuoteSpan(2, 0, 5))], [new(2, -2)], -2, []),
                new CodedInterview([Found(3, new QuoteSpan(2, 2, 5), new QuoteSpan(2, 7, 3))], [new(2, -1)], 0, []),
            ], [window, window]);
        var finding = Assert.Single(merged.Findings);
        Assert.Equal(3, finding.Severity);
        Assert.Equal([new QuoteSpan(2, 0, 5), new QuoteSpan(2, 7, 3)], finding.Quotes);
        Assert.Equal(-1, merged.Sentiment);
        Assert.Equal([new CodedSentiment(2, -2)], merged.TurnSentiment);
    }
}
