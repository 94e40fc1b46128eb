using System.CommandLine;
using InterviewAgent.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Jobs;

internal static class DrainCommand
{
    public static Command Create()
    {
        var json = Json.Option();
        Command command = new("drain", "Do now what the server does in the background: make check-ins due, analyse interviews, read accounts.")
        {
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            var done = await product.GetRequiredService<DrainSweeps>().Run(cancellation);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { done });
                return Exit.Ok;
            }

            foreach (var (sweep, rows) in done)
            {
                await output.WriteLineAsync($"{sweep}: {rows}");
            }

            return Exit.Ok;
        });
        return command;
    }
}
