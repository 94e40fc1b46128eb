using System.CommandLine;
using InterviewAgent.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Cli.Commands.Respondents;

/// <summary><c>interview-agent retention</c>: what is too old to be kept; the server removes it by itself every hour.</summary>
internal static class RetentionCommand
{
    public static Command Create()
    {
        var run = new Option<bool>("--run") { Description = "Remove it now." };
        var json = Json.Option();
        Command command = new("retention", "Say which check-ins are older than Privacy:RetentionDays keeps them.") { run, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var purge = scope.ServiceProvider.GetRequiredService<PurgeOld>();
            var days = product.GetRequiredService<IOptions<PrivacyOptions>>().Value.RetentionDays;
            var (checkIns, interviews) = await purge.Count(cancellation);
            var removed = parsed.GetValue(run);
            if (removed)
            {
                await purge.All(Environment.UserName, cancellation);
            }

            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { retentionDays = days, purge.Before, checkIns, interviews, removed });
                return Exit.Ok;
            }

            await output.WriteLineAsync(purge.Before is not { } before
                ? "Privacy:RetentionDays is 0: everything is kept."
                : $"Due before {before:yyyy-MM-dd} ({days} days ago): {checkIns} check-ins with {interviews} interviews{(removed ? ", removed." : ".")}");
            return Exit.Ok;
        });
        return command;
    }
}
