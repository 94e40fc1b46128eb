using System.CommandLine;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Labels;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals sheet FILE --out SHEET.csv</c>: the answers of journeys as a sheet to be coded by a person.</summary>
internal static class SheetCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Account journeys, one JSON object a line." };
        var to = new Option<string>("--out") { Description = "The CSV file to write.", Required = true };
        var blind = new Option<bool>("--blind") { Description = "Without the coder's findings: for a second coder." };
        var json = Json.Option();
        var command = new Command("sheet", "Write the answers of journeys into a sheet that a person codes.") { file, to, blind, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (path, sheet) = (parsed.GetValue(file)!, parsed.GetValue(to)!);
            if (!File.Exists(path)) throw new BadInputException(path, "the file is not there", "Name a file of account journeys.");
            if (File.Exists(sheet)) throw new BadInputException(sheet, "it is there already, and may hold somebody's decisions", "Name another file.");
            var coder = BuiltInCoder.Load(EvalsFolder.Prompts);
            var rows = new FillSheet(coder, parsed.GetValue(blind)).From(await File.ReadAllLinesAsync(path, cancellation)).ToList();
            await using (var file = File.Create(sheet)) Sheet.Write(file, rows);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{rows.Count} answers in {sheet}. Edit the column codes, and write x into seen where you have decided.");
            if (parsed.GetValue(json)) Json.Write(parsed.InvocationConfiguration.Output, new { sheet, answers = rows.Count });
            return Exit.Ok;
        });
        return command;
    }
}
