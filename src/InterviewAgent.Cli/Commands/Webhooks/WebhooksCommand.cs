using System.CommandLine;
using System.Globalization;
using InterviewAgent.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Webhooks;

/// <summary><c>interview-agent webhooks add | list | rotate | resume | remove | dead | replay | test</c>.</summary>
internal static class WebhooksCommand
{
    private static readonly BadInputException Unknown = new("ID", "there is no such webhook", "List them with: interview-agent webhooks list");

    public static Command Create() => new("webhooks", "Addresses that are told of events.")
    {
        Add(), List(),
        OfOne("rotate", "Make a new secret and print it once. The one before signs too for a day.", async (product, id, output, cancellation) => await output.WriteLineAsync(
            await product.GetRequiredService<Subscriptions>().Rotate(id, null, Environment.UserName, cancellation) ?? throw Unknown)),
        OfOne("resume", "Send again what waits for a paused one.", async (product, id, _, cancellation) =>
            Must(await product.GetRequiredService<Subscriptions>().Resume(id, null, Environment.UserName, cancellation))),
        OfOne("remove", "Tell it of nothing any more; what waits for it goes too.", async (product, id, _, cancellation) =>
            Must(await product.GetRequiredService<Subscriptions>().Remove(id, null, Environment.UserName, cancellation))),
        DeadLettersCommand.List(), DeadLettersCommand.Replay(), Test(),
    };

    private static Command Add()
    {
        var url = new Argument<string>("URL") { Description = "https://…" };
        var events = new Option<string[]>("--event") { Description = $"Once or more: {string.Join(", ", WebhookEvents.All)}.", Required = true, AllowMultipleArgumentsPerToken = true };
        events.AcceptOnlyFromAmong([.. WebhookEvents.All]);
        var owner = new Option<string?>("--owner") { Description = "Accounts of this owner only." };
        Command command = new("add", "Subscribe an address. Prints its id and its secret, which cannot be had again.") { url, events, owner };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            try
            {
                var (id, secret) = await scope.ServiceProvider.GetRequiredService<Subscriptions>()
                    .Add(parsed.GetRequiredValue(url), parsed.GetValue(events), parsed.GetValue(owner), Environment.UserName, cancellation);
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{id} {secret}");
            }
            catch (ArgumentException bad)
            {
                throw new BadInputException("URL", bad.Message, "Try: interview-agent webhooks add https://crm.example.com/hook --event flag.opened");
            }

            return Exit.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var json = Json.Option();
        Command command = new("list", "Webhooks and how they take what they are sent; never their secrets.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            foreach (var one in await scope.ServiceProvider.GetRequiredService<Subscriptions>().List(null, cancellation))
            {
                if (parsed.GetValue(json))
                {
                    Json.Write(parsed.InvocationConfiguration.Output, one);
                }
                else
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(Line(one));
                }
            }

            return Exit.Ok;
        });
        return command;
    }

    private static Command Test()
    {
        var id = new Argument<Guid>("ID") { Description = "As `webhooks list` says it." };
        Command command = new("test", "Send one event of type \"test\" now and print how it was answered.") { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var answer = await scope.ServiceProvider.GetRequiredService<TestWebhook>().Run(parsed.GetValue(id), cancellation) ?? throw Unknown;
            await parsed.InvocationConfiguration.Output.WriteLineAsync(answer.Status);
            return answer.Taken ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }

    private static Command OfOne(string name, string help, Func<IServiceProvider, Guid, TextWriter, CancellationToken, Task> run)
    {
        var id = new Argument<Guid>("ID") { Description = "As `webhooks list` says it." };
        Command command = new(name, help) { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            await run(scope.ServiceProvider, parsed.GetValue(id), parsed.InvocationConfiguration.Output, cancellation);
            return Exit.Ok;
        });
        return command;
    }

    private static void Must(bool found)
    {
        if (!found)
        {
            throw Unknown;
        }
    }

    private static string Line(WebhookStatus one) => string.Create(CultureInfo.InvariantCulture,
        $"{one.Id}  {one.State,-7}  {one.Url}  {string.Join(' ', one.Events)}{(one.Owner is null ? "" : ", accounts of " + Terminal.Plain(one.Owner))}{Trouble(one)}");

    private static string Trouble(WebhookStatus one) =>
        (one.PausedAt is { } paused ? FormattableString.Invariant($"; paused {paused:yyyy-MM-dd HH:mm} ({one.PausedBecause}), `webhooks resume` goes on")
            : one.FailingSince is { } since ? FormattableString.Invariant($"; takes nothing since {since:yyyy-MM-dd HH:mm}") : "")
        + (one.Waiting > 0 ? FormattableString.Invariant($"; {one.Waiting} wait") : "") + (one.Dead > 0 ? FormattableString.Invariant($"; {one.Dead} dead") : "");
}
