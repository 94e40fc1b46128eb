using System.CommandLine;
using InterviewAgent.Interviewing.Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Invitations;

/// <summary><c>interview-agent invitations send</c>: asks whom the governor lets be asked now.</summary>
internal static class InviteCommand
{
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Say who would be asked and send nothing." };
        var json = Json.Option();
        Command command = new("send", "Ask everybody who may be asked now: working hours, rest days and shares hold.") { dryRun, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var invite = scope.ServiceProvider.GetRequiredService<InviteNow>();
            var (output, asJson) = (parsed.InvocationConfiguration.Output, parsed.GetValue(json));
            if (parsed.GetValue(dryRun))
            {
                await PreviewTable.Write(await invite.Preview(cancellation), asJson, parsed.InvocationConfiguration);
                return Exit.Ok;
            }

            var states = await invite.Run(cancellation);
            if (asJson)
            {
                Json.Write(output, states.ToDictionary(state => state.Key.ToString(), state => state.Value));
                return Exit.Ok;
            }

            foreach (var (state, count) in states.OrderBy(state => state.Key))
            {
                await output.WriteLineAsync($"{Said(state)}: {count}");
            }

            return Exit.Ok;
        });
        return command;
    }

    private static string Said(InvitationState state) => state switch
    {
        InvitationState.Queued => "waiting to be sent",
        InvitationState.Claimed or InvitationState.Sending => "being sent",
        InvitationState.Sent => "sent, all told",
        InvitationState.Unknown => "outcome unknown, not sent again",
        InvitationState.Refused => "refused",
        _ => "no longer wanted",
    };
}
