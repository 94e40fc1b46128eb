using System.Text.RegularExpressions;
using InterviewAgent.Tests.Architecture;

namespace InterviewAgent.Tests.Insights;

/// <summary>The examples of the page on how an account is read are true: they are run.</summary>
public partial class WorkedExampleTests
{
    private static readonly string Page = Path.Combine(Source.Root, "src", "InterviewAgent", "Insights", "README.md");

    public static TheoryData<int, string> Examples()
    {
        TheoryData<int, string> all = [];
        var at = 0;
        foreach (Match match in Fence().Matches(File.ReadAllText(Page)))
        {
            all.Add(++at, match.Groups["use"].Value);
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_worked_example_comes_out_as_the_page_says(int number, string use)
    {
        var rows = Fence().Matches(File.ReadAllText(Page))[number - 1].Groups["rows"].Value.Trim().Split('\n');
        var arrow = Array.IndexOf(rows, "=>");
        Assert.Equal(rows[(arrow + 1)..], WorkedExample.Run(use, rows[..arrow]));
    }

    [Fact]
    public void Each_use_case_of_the_page_has_one() => Assert.Equal(
        ["budget", "first-value", "key-actions", "ladder", "old-workflow", "oversell", "promise", "readiness", "reading", "silence", "trend"],
        Fence().Matches(File.ReadAllText(Page)).Select(match => match.Groups["use"].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex("```example (?<use>[a-z-]+)\n(?<rows>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
