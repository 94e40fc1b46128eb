using System.CommandLine;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Labels;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals adopt SHEET --into SET</c>: what a person decided becomes items of a set.</summary>
internal static class AdoptCommand
{
    public static Command Create()
    {
        var sheet = new Argument<string>("SHEET") { Description = "A coded sheet; rows marked seen are taken." };
        var into = new Option<string>("--into") { Description = "The set's name under evals/sets.", Required = true };
        var by = new Option<string>("--by") { Description = "Who decided, for the description of a new set.", DefaultValueFactory = _ => "Labelled by a person" };
        var json = Json.Option();
        var command = new Command("adopt", "Make a person's decisions items of a set.") { sheet, into, by, json };
        command.SetAction(async (parsed, _) =>
        {
            var name = parsed.GetValue(into)!;
            if (name.Length == 0 || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
                throw new BadInputException("--into", $"'{name}' is no name of a set", "Use letters, digits and dashes.");
            var rows = Sheet.Read(parsed.GetValue(sheet)!, Codebook.Load(EvalsFolder.Prompts));
            var added = AdoptSheet.Into(Path.Combine(EvalsFolder.Path, "sets", name), rows, parsed.GetValue(by)!);
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"{added} items added to evals/sets/{name}; {rows.Count(row => !row.Seen)} rows not seen. Check with: interview-agent evals lint");
            if (parsed.GetValue(json)) Json.Write(parsed.InvocationConfiguration.Output, new { set = name, added, notSeen = rows.Count(row => !row.Seen) });
            return Exit.Ok;
        });
        return command;
    }
}
