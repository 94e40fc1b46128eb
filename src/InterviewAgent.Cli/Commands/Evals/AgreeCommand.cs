using System.CommandLine;
using System.Globalization;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Labels;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals agree FIRST SECOND</c>: how far two coders agree beyond chance, code by code.</summary>
internal static class AgreeCommand
{
    private const int MostShown = 20;

    public static Command Create()
    {
        var first = new Argument<string>("FIRST") { Description = "A coded sheet." };
        var second = new Argument<string>("SECOND") { Description = "Another person's sheet of the same answers, coded blind." };
        var json = Json.Option();
        var command = new Command("agree", "Compare two coders: kappa and AC1 by code, and the rows to talk over.") { first, second, json };
        command.SetAction(parsed =>
        {
            var codebook = Codebook.Load(EvalsFolder.Prompts);
            var agreement = CompareCoders.Of(Sheet.Read(parsed.GetValue(first)!, codebook), Sheet.Read(parsed.GetValue(second)!, codebook));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, new
                {
                    agreement.Rows, agreement.F1, agreement.Codes,
                    Differing = agreement.Differing.Select(pair => new { pair.First.Item, First = pair.First.Codes, Second = pair.Second.Codes }),
                });
                return Exit.Ok;
            }
            output.WriteLine($"{"code",-34}{"first",6}{"second",8}{"both",6}{"kappa",8}{"AC1",8}");
            foreach (var code in agreement.Codes)
                output.WriteLine($"{code.Code,-34}{code.First,6}{code.Second,8}{code.Both,6}{F(code.Kappa),8}{F(code.Ac1),8}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{agreement.Rows} rows seen by both; F1 of the second against the first {agreement.F1:0.00} (as humanCeiling in set.yaml); {agreement.Differing.Count} rows differ"));
            foreach (var (one, other) in agreement.Differing.Take(MostShown))
                output.WriteLine($"  {one.Item}: {Names(one)} / {Names(other)}");
            if (agreement.Differing.Count > MostShown) output.WriteLine($"  and {agreement.Differing.Count - MostShown} more: --json lists all");
            return Exit.Ok;
        });
        return command;
    }

    private static string Names(SheetRow row) => row.Codes.Count == 0 ? "none" : string.Join(" ", row.Codes);

    private static string F(double? value) => value is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) : "-";
}
