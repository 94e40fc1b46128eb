using System.CommandLine;
using System.Globalization;
using InterviewAgent.Storage.Moving;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Db;

internal static class VerifyCommand
{
    public static Command Create()
    {
        Argument<string?> file = new("FILE") { Description = "A backup; without it the store itself.", Arity = ArgumentArity.ZeroOrOne };
        var json = Json.Option();
        Command command = new("verify", "Look the store through: schema, what rows point at, quotes within their turns, nobody in it who was erased. Or a backup: count and hash of each table.") { file, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            StoreReport report;
            if (parsed.GetValue(file) is { } backup)
            {
                report = new StoreReport(await MoveStores.VerifyFile(backup, cancellation), []);
            }
            else
            {
                await using var product = Product.Compose();
                report = await product.GetRequiredService<MoveStores>().Verify(cancellation);
            }
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { whole = report.Faults.Count == 0, report.Faults, report.Tables });
                return report.Faults.Count == 0 ? Exit.Ok : Exit.ChecksFailed;
            }
            TableText.Write(output, report.Tables.Select(table => (table, "")));
            foreach (var fault in report.Faults)
            {
                await output.WriteLineAsync(fault);
            }
            await output.WriteLineAsync(report.Faults.Count > 0 ? "It is NOT whole."
                : string.Create(CultureInfo.InvariantCulture, $"{report.Tables.Sum(table => table.Rows)} rows in {report.Tables.Count} tables; it is whole."));
            return report.Faults.Count == 0 ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }
}
