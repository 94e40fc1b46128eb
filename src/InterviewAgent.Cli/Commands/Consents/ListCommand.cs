using System.CommandLine;
using InterviewAgent.Privacy.Consents;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Consents;

/// <summary><c>interview-agent consent list</c>: the texts that people were asked by, and how many agreed to each.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var json = Json.Option();
        Command command = new("list", "Say which consent texts were shown since when, and how many agreed to each.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var versions = await scope.ServiceProvider.GetRequiredService<ListConsentVersions>().Run(cancellation);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var version in versions)
            {
                if (parsed.GetValue(json))
                {
                    Json.Write(output, version);
                    continue;
                }

                await output.WriteLineAsync(version.FirstShownAt is { } shown
                    ? $"{version.Hash[..12]}  first shown {shown:yyyy-MM-dd HH:mm} UTC, {version.Language}, guide {version.GuideId} {version.GuideHash?[..12]}; {version.Agreed} agreed"
                    : $"{version.Hash}  from before texts were kept; {version.Agreed} agreed");
                foreach (var line in (version.Text ?? "Its words stand in those transcripts.").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    await output.WriteLineAsync("  " + Terminal.Plain(line));
                }
            }

            if (versions.Count == 0)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("No consent text has been shown yet.");
            }

            return Exit.Ok;
        });
        return command;
    }
}
