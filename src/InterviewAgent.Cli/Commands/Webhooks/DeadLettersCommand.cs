using System.CommandLine;
using InterviewAgent.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Webhooks;

/// <summary><c>interview-agent webhooks dead | replay</c>.</summary>
internal static class DeadLettersCommand
{
    public static Command List()
    {
        var json = Json.Option();
        Command command = new("dead", "Events that no attempt brought home, oldest first.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            foreach (var row in await scope.ServiceProvider.GetRequiredService<ReplayDeliveries>().Dead(cancellation))
            {
                if (parsed.GetValue(json))
                {
                    Json.Write(parsed.InvocationConfiguration.Output, new { row.Id, row.WebhookId, eventId = SignWebhook.Id(row.EventId), row.Type, row.At, row.Attempts, row.LastAnswer });
                }
                else
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(
                        FormattableString.Invariant($"{row.Id}  {row.At:yyyy-MM-dd HH:mm}  {row.Type}  {row.Attempts} attempts, {row.LastAnswer}  webhook {row.WebhookId}"));
                }
            }

            return Exit.Ok;
        });
        return command;
    }

    public static Command Replay()
    {
        var id = new Argument<Guid?>("ID") { Description = "As `webhooks dead` says it.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All dead ones." };
        Command command = new("replay", "Queue an event again under its id; the server sends it.") { id, all };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(id) is null != parsed.GetValue(all))
            {
                throw new BadInputException("ID", "name one delivery, or all of them", "interview-agent webhooks replay ID, or: interview-agent webhooks replay --all");
            }

            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var queued = await scope.ServiceProvider.GetRequiredService<ReplayDeliveries>().Run(parsed.GetValue(id), Environment.UserName, cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(FormattableString.Invariant($"{queued} queued"));
            return queued > 0 || parsed.GetValue(all)
                ? Exit.Ok
                : throw new BadInputException("ID", "there is no such delivery, or it is under way", "List them with: interview-agent webhooks dead");
        });
        return command;
    }
}
