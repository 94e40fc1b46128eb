using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Storage.Moving;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Db;

internal static class RestoreCommand
{
    public static Command Create()
    {
        Argument<string> file = new("FILE") { Description = "As `db backup` wrote it, from whichever provider." };
        var json = Json.Option();
        Command command = new("restore", "Fill the store, which must be empty, from a backup: whole or not at all. Who was erased since then is erased again.") { file, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            await using var product = Product.Compose();
            var watch = Stopwatch.StartNew();
            ProgressLine progress = new(error, "rows of the table");
            var (tables, erased) = await product.GetRequiredService<MoveStores>().Restore(parsed.GetRequiredValue(file), (_, rows) => progress.Tell((int)rows), cancellation);
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { erasedAgain = erased, seconds = Math.Round(watch.Elapsed.TotalSeconds, 1), tables });
                return Exit.Ok;
            }
            TableText.Write(output, tables.Select(table => (table, "")));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{tables.Sum(table => table.Rows)} rows restored in {watch.Elapsed.TotalSeconds:0.0} s, each table with the backup's count and hash; {erased} erasures done again."));
            return Exit.Ok;
        });
        return command;
    }
}
