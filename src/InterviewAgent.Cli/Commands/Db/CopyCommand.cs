using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Storage.Moving;

namespace InterviewAgent.Cli.Commands.Db;

internal static class CopyCommand
{
    private const string Help =
        """
        Copy a whole store into an empty one, of the same or of the other provider. Stop all servers on the source first.

        An address is sqlite:PATH, or postgres:Host=...;Database=...;Username=... with the password in PGPASSWORD, or postgres: alone, which
        takes all of it from INTERVIEW_AGENT_POSTGRES. Broken off and started again with the same addresses it goes on where it was. At the end every
        table is counted and hashed on both sides; exit code 1 when they differ.
        """;

    public static Command Create()
    {
        Option<string> from = new("--from") { Description = "The store to copy.", Required = true };
        Option<string> to = new("--to") { Description = "An empty database, or one that is not there yet.", Required = true };
        var json = Json.Option();
        Command command = new("copy", Help) { from, to, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            ProgressLine progress = new(error, "rows");
            var watch = Stopwatch.StartNew();
            long copied = 0;
            var tables = await MoveStores.Copy(StoreAt.Parse(parsed.GetRequiredValue(from)), StoreAt.Parse(parsed.GetRequiredValue(to)),
                (_, _, all) => progress.Tell((int)(copied = all)), cancellation);
            var equal = tables.All(table => table.Source == table.Target);
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { equal, copiedNow = copied, seconds = Math.Round(watch.Elapsed.TotalSeconds, 1), tables = tables.Select(table => new { table.Source.Table, table.Source.Rows, table.Source.Hash, inTarget = table.Target.Rows, hashInTarget = table.Target.Hash }) });
            }
            else
            {
                TableText.Write(output, tables.Select(table => (table.Source, table.Source == table.Target ? "equal" : string.Create(CultureInfo.InvariantCulture, $"DIFFERS: {table.Target.Rows} rows, {table.Target.Hash[..16]}"))));
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{tables.Sum(table => table.Source.Rows)} rows in {tables.Count} tables, {copied} of them copied now, in {watch.Elapsed.TotalSeconds:0.0} s; {(equal ? "every table is equal on both sides" : "THE SIDES DIFFER")}."));
            }
            if (equal)
            {
                await error.WriteLineAsync(TableText.CopyTheseToo);
            }
            return equal ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }
}
