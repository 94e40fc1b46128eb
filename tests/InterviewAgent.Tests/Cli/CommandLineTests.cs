using System.CommandLine;
using InterviewAgent.Cli;

namespace InterviewAgent.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Data_goes_to_output_and_nothing_to_error() => Assert.Equal(
        (Exit.Ok, "data\n", ""), await Run(parsed => parsed.InvocationConfiguration.Output.Write("data\n"), "do"));

    [Fact]
    public async Task Bad_input_is_named_with_its_mend()
    {
        var (code, data, talk) = await Run(_ => throw new BadInputException("a.csv, line 4", "'boss' is not a role", "Write buyer."), "do");
        Assert.Equal((Exit.BadInput, "", "a.csv, line 4: 'boss' is not a role. Write buyer."), (code, data, talk.TrimEnd()));
    }

    [Fact]
    public async Task A_fault_of_ours_is_one_kind_line_without_a_stack_trace()
    {
        var (code, data, talk) = await Run(_ => throw new InvalidOperationException("secret inside"), "do");
        Assert.Equal((Exit.Unexpected, ""), (code, data));
        Assert.Single(talk.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("secret", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("do", "--nothing")]
    [InlineData("do", "@file")]
    public async Task A_command_that_does_not_exist_is_bad_input(params string[] args)
    {
        var (code, data, talk) = await Run(_ => { }, args);
        Assert.Equal((Exit.BadInput, ""), (code, data));
        Assert.Contains("Try: interview-agent", talk, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Data, string Talk)> Run(Action<ParseResult> act, params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Command command = new("do", "Does it.");
        command.SetAction(act);
        var code = await CommandLine.Run(new RootCommand("Test.") { command }, args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
