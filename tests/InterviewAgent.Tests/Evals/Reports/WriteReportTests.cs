using System.Text;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Reports;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Tests.Evals.Reports;

public sealed class WriteReportTests
{
    private static readonly RunHeader Header = new("gate", "gate", "set", "all", new Provenance("pppp", "rrrr", "dddd", "built-in"), new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Ten_thousand_long_items_stay_under_five_megabytes()
    {
        var words = string.Concat(Enumerable.Repeat("a long answer of a talkative person ", 60));
        var before = Run(10_000, i => "R1", words);
        var after = Run(10_000, i => i % 3 == 0 ? "R2" : "R1", words);
        Assert.True(Encoding.UTF8.GetByteCount(WriteReport.Of(after, CompareRuns.Of(before, after), new Dictionary<string, double>())) < 5_000_000);
    }

    [Fact]
    public void Nothing_that_was_said_becomes_part_of_the_page()
    {
        var page = WriteReport.Of(Run(1, _ => "<b>R1</b>", "</script><img src=x onerror=alert(1)> {{data}}"), null, new Dictionary<string, double>());
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>R1", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("</script>").Length - 1);
    }

    [Fact]
    public void The_page_loads_nothing()
    {
        var page = WriteReport.Of(Run(3, _ => "R1", "x"), null, new Dictionary<string, double>());
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_has_three_sentences_and_the_verdict_is_one()
    {
        var (before, after) = (Run(60, _ => "R1", "x"), Run(60, i => i < 30 ? "R2" : "R1", "x"));
        var comparison = CompareRuns.Of(before, after);
        var page = WriteReport.Of(after, comparison, new Dictionary<string, double> { ["right"] = 0.93 });
        var summary = page.Split("<div class=\"summary\">")[1].Split("</div>")[0];
        Assert.Equal(3, summary.Split("<p>").Length - 1);
        Assert.Contains("real, worse by", summary, StringComparison.Ordinal);
        Assert.Contains("93.0", page, StringComparison.Ordinal);
    }

    private static EvalRun Run(int items, Func<int, string> got, string words) => new(Header, [.. Enumerable.Range(0, items).Select(i => new ScoredItem(
        "i" + i, "g" + i, "dev", words, ["R1"], [got(i)], new Dictionary<string, double> { ["right"] = got(i) == "R1" ? 1 : 0 }))]);
}
