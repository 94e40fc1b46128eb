using System.CommandLine;
using System.Globalization;
using InterviewAgent.LanguageModels.Check;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Models;

/// <summary><c>interview-agent models check</c>: one small real call for each configured role; exit 1 when one of them does not work.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var fill = new Option<bool>("--context") { Description = "Also send a prompt that nearly fills ContextTokens; it costs as many tokens." };
        var json = Json.Option();
        var command = new Command("check", "Call each configured model once, and say what works or what is wrong.") { fill, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            var output = parsed.InvocationConfiguration.Output;
            var (checkedRoles, good) = (0, true);
            await foreach (var check in product.GetRequiredService<CheckModels>().Run(parsed.GetValue(fill), cancellation))
            {
                checkedRoles++;
                good &= check is { Works: true, Structured: true, ContextFilled: not false };
                if (parsed.GetValue(json)) Json.Write(output, check);
                else await Write(output, check);
            }
            if (checkedRoles == 0)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    "No role has a provider: templates speak and the built-in coder analyses. Set LanguageModels:Interviewing:Provider to use a model.");
            }
            return good ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }

    private static async Task Write(TextWriter output, ModelCheck check)
    {
        await output.WriteLineAsync(Line($"{check.Role,-13} {check.Provider} {check.Model} at {check.Address}"));
        await output.WriteLineAsync(Line($"  answers            {(check.Works ? "yes" : "no")}, {check.Milliseconds} ms"));
        await output.WriteLineAsync($"  structured output  {(check.Structured ? "yes" : "no")}");
        await output.WriteLineAsync(Line($"  context            {check.ContextTokens:N0} tokens by the settings; {(check.ContextSeen is { } seen ? Line($"the server says {seen:N0}") : "the server does not say")}{(check.ContextFilled is { } filled ? filled ? "; filled to nine tenths, it answers" : "; filled to nine tenths, it does not answer" : "")}"));
        if (check.Problem is { } problem) await output.WriteLineAsync($"  wrong              {Terminal.Plain(problem)}");
        if (check.Mend is { } mend) await output.WriteLineAsync($"  mend               {mend}");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
