using System.CommandLine;
using InterviewAgent.Interviewing.Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Invitations;

/// <summary><c>interview-agent invitations due</c>: who would be asked now, and for everybody else why not.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var json = Json.Option();
        Command command = new("due", "Who would be asked now, and why the others not. Sends nothing. With --json one object a line.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var previews = await scope.ServiceProvider.GetRequiredService<InviteNow>().Preview(cancellation);
            await PreviewTable.Write(previews, parsed.GetValue(json), parsed.InvocationConfiguration);
            return Exit.Ok;
        });
        return command;
    }
}
