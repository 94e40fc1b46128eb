using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Tests.Interviewing.Delivery;

public sealed class NoticesTests
{
    private static readonly NeutralityGate Gate = NeutralityGate.Load(Prompts.Folder);

    [Fact]
    public void The_shipped_notices_pass_the_gate()
    {
        var notices = Notices.Load(Prompts.Folder, Gate);
        Assert.Contains("unknown", notices.Names);
        Assert.Equal("About 6 min left.", notices.Words("minutes-left", ("minutes", "6")));
        Assert.Throws<ArgumentException>(() => notices.Words("nobody"));
    }

    [Theory]
    [InlineData("Great answer, that is very helpful!", "R5")]
    [InlineData("We are sorry about the trouble; a fix is coming next week.", "R6")]
    [InlineData("", "no text")]
    public void A_notice_that_breaks_a_rule_stops_the_start_and_is_named(string text, string rule)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "channels"));
        File.WriteAllText(Path.Combine(folder, "channels", "notices.yaml"), $"version: 1\nnotices:\n  - id: hello\n    text: \"{text}\"\n");
        var refused = Assert.Throws<GuideRefusedException>(() => Notices.Load(folder, Gate));
        Assert.Contains("notices.yaml", refused.Message, StringComparison.Ordinal);
        Assert.Contains(rule, refused.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
