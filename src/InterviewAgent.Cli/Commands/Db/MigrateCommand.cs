using System.CommandLine;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Db;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var json = Json.Option();
        var command = new Command("migrate", "Create the database, or bring it to the schema of this version.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = Product.Compose();
            var applied = await product.GetRequiredService<MigrateDatabase>().Run(cancellation);
            await product.GetRequiredService<ReplayErasures>().Run(cancellation);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { applied });
            }
            else
            {
                await output.WriteLineAsync(applied is [] ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
            }

            return Exit.Ok;
        });
        return command;
    }
}
