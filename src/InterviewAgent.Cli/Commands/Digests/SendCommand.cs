using System.CommandLine;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Digests;

/// <summary><c>interview-agent digest send</c>: this week's, to whoever has not got it.</summary>
internal static class SendCommand
{
    public static Command Create()
    {
        var owner = new Option<string?>("--for") { Description = "Only to readers of this owner's digest." };
        var json = Json.Option();
        Command command = new("send", "Send this week's digest now to every reader of the settings who has not got it.") { owner, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            await KnownOwner.Check(scope.ServiceProvider.GetRequiredService<InterviewAgentDb>(), parsed.GetValue(owner), "digest send --for", cancellation);
            var states = await scope.ServiceProvider.GetRequiredService<SendDigestsNow>().Run(parsed.GetValue(owner), cancellation);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, states.ToDictionary(state => state.Key.ToString(), state => state.Value));
                return Code(states);
            }
            foreach (var (state, count) in states.OrderBy(state => state.Key))
            {
                await output.WriteLineAsync($"{Said(state)}: {count}");
            }
            return Code(states);
        });
        return command;
    }

    private static int Code(IReadOnlyDictionary<SendingState, int> states) =>
        states.Keys.Any(state => state is SendingState.Refused or SendingState.Queued or SendingState.Unknown) ? Exit.ChecksFailed : Exit.Ok;

    private static string Said(SendingState state) => state switch
    {
        SendingState.Queued => "waiting for another try",
        SendingState.Claimed or SendingState.Sending => "being sent",
        SendingState.Sent => "sent, all told",
        SendingState.Unknown => "outcome unknown, not sent again",
        SendingState.Refused => "refused",
        _ => "unsubscribed",
    };
}
