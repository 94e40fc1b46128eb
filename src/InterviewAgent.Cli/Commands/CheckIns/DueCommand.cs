using System.CommandLine;
using System.Globalization;
using InterviewAgent.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.CheckIns;

internal static class DueCommand
{
    public static Command Create()
    {
        var json = Json.Option();
        Command command = new("due", "Who is to be asked today, longest due first. With --json one object a line.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            await ActivatorUtilities.GetServiceOrCreateInstance<PlanCheckIns>(scope.ServiceProvider).Run(cancellation);
            var due = await scope.ServiceProvider.GetRequiredService<DueCheckIns>().Find(cancellation);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var checkIn in due)
            {
                if (parsed.GetValue(json))
                {
                    Json.Write(output, checkIn);
                }
                else
                {
                    await output.WriteLineAsync(Line(checkIn));
                }
            }

            if (due.Count == 0)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("Nobody is due today.");
            }

            return Exit.Ok;
        });
        return command;
    }

    private static string Line(DueCheckIn due) => string.Create(CultureInfo.InvariantCulture,
        $"{due.CheckIn}  {due.Due:yyyy-MM-dd}  {due.Checkpoint.Name(),-8} {due.Stage,-9} {due.Role.Name(),-9} "
        + $"{Terminal.Plain(due.AccountName)} / {Terminal.Plain(due.Name ?? due.Respondent)}");
}
