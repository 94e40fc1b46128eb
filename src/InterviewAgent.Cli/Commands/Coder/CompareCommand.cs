using System.CommandLine;
using System.Globalization;
using InterviewAgent.Analysis;
using InterviewAgent.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Coder;

/// <summary><c>interview-agent coder compare</c>: built-in coder and model on the interviews that both have coded.</summary>
internal static class CompareCommand
{
    private const int MostShown = 30;

    public static Command Create()
    {
        var json = Json.Option();
        var command = new Command("compare", "Where the built-in coder and the model differ, code by code.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var compared = await new CompareOrigins(scope.ServiceProvider.GetRequiredService<InterviewAgentDb>()).Run(cancellation);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, compared);
                return Exit.Ok;
            }
            foreach (var code in compared.Codes)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{code.Code,-34} both {code.Both,4}  built-in only {code.BuiltInOnly,4}  model only {code.ModelOnly,4}  kappa {(code.Kappa is { } kappa ? kappa.ToString("0.00", CultureInfo.InvariantCulture) : "-")}"));
            foreach (var one in compared.Differing.Take(MostShown))
                output.WriteLine($"  {one.InterviewId} {one.Code}: {(one.Model ? "model only" : "built-in only")}");
            output.WriteLine($"{compared.Interviews} interviews coded by both; {compared.Differing.Count} differences{(compared.Differing.Count > MostShown ? ", all with --json" : "")}; {compared.Unverified} findings of the model without a quote in the transcript.");
            return Exit.Ok;
        });
        return command;
    }
}
