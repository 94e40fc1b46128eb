using System.CommandLine;
using InterviewAgent.Insights;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Insights;

/// <summary><c>interview-agent insights rebuild</c>: what is read of every account, computed anew.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; exit 1 and name the first differences where there are any." };
        var resume = new Option<bool>("--resume") { Description = "Go on where a rebuild was ended: read only the accounts that are still marked." };
        var findings = new Option<bool>("--from-findings") { Description = "Start from the stored findings; the transcripts are not coded again." };
        var json = Json.Option();
        Command command = new("rebuild", "Compute the readings, flags and themes of all accounts anew, and say what differed.") { check, resume, findings, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            var rebuild = product.GetRequiredService<RebuildInsights>();
            var error = parsed.InvocationConfiguration.Error;
            var progress = new ProgressLine(error, "accounts");
            RebuildReport report;
            try
            {
                report = parsed.GetValue(check)
                    ? await rebuild.Check(!parsed.GetValue(findings), progress.Tell, cancellation)
                    : await rebuild.Run(!parsed.GetValue(findings), parsed.GetValue(resume), progress.Tell, cancellation);
            }
            catch (OperationCanceledException) when (!parsed.GetValue(check))
            {
                await error.WriteLineAsync("Stopped. What was read is stored; the rest is marked: the server reads it, or `interview-agent insights rebuild --resume`.");
                throw;
            }
            await Write(parsed.InvocationConfiguration.Output, report, parsed.GetValue(check), parsed.GetValue(json));
            return parsed.GetValue(check) && !report.IsIdentical ? Exit.ChecksFailed : Exit.Ok;
        });
        return command;
    }

    private static async Task Write(TextWriter output, RebuildReport report, bool check, bool json)
    {
        if (json)
        {
            Json.Write(output, new
            {
                report.Accounts, report.Waiting, identical = report.IsIdentical, interviews = report.Interviews, readings = report.Readings, flags = report.Flags, themes = report.Themes, sums = report.Sums, summaries = report.Summaries,
                first = report.First.Select(one => new { account = one.AccountId, reading = one.Changed.Reading, flags = one.Changed.Flags, themes = one.Changed.Themes, summary = one.Changed.Summary }),
            });
            return;
        }
        await output.WriteLineAsync(report.IsIdentical
            ? FormattableString.Invariant($"Identical: {report.Accounts} accounts computed anew, nothing differed.")
            : FormattableString.Invariant(
                $"{report.Accounts} accounts computed anew; different {(check ? "from what is stored" : "and stored now")}: codings of {report.Interviews} interviews, readings of {report.Readings} accounts, flags of {report.Flags}, themes of {report.Themes}; sums of themes: {report.Sums}; summaries of {report.Summaries}."));
        foreach (var (accountId, changed) in report.First)
        {
            await output.WriteLineAsync($"  {accountId}: {string.Join(", ", Parts(changed))}");
        }
        if (report.Waiting > 0)
        {
            await output.WriteLineAsync(FormattableString.Invariant($"{report.Waiting} accounts have changed and were not read yet: left out."));
        }
    }

    private static IEnumerable<string> Parts(Changed changed)
    {
        if (changed.Reading) yield return "reading";
        if (changed.Flags) yield return "flags";
        if (changed.Themes) yield return "themes";
        if (changed.Summary) yield return "summary";
    }
}
