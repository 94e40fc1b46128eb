using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Storage.Moving;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Db;

internal static class BackupCommand
{
    public static Command Create()
    {
        Argument<string> path = new("FILE|FOLDER") { Description = "A file that is not there yet, or a folder, in which it is named by the time." };
        var json = Json.Option();
        Command command = new("backup", "Write the store as it is at this moment to a file, while servers go on. It holds what everybody said: keep it as the store itself.") { path, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            await using var product = Product.Compose();
            var watch = Stopwatch.StartNew();
            var (file, tables) = await product.GetRequiredService<MoveStores>().BackUp(parsed.GetRequiredValue(path), cancellation);
            var bytes = new FileInfo(file).Length;
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { file, bytes, seconds = Math.Round(watch.Elapsed.TotalSeconds, 1), tables });
                return Exit.Ok;
            }
            TableText.Write(output, tables.Select(table => (table, "")));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{file}: {tables.Sum(table => table.Rows)} rows, {bytes / 1e6:0.0} MB, in {watch.Elapsed.TotalSeconds:0.0} s."));
            await parsed.InvocationConfiguration.Error.WriteLineAsync(TableText.CopyTheseToo);
            return Exit.Ok;
        });
        return command;
    }
}
