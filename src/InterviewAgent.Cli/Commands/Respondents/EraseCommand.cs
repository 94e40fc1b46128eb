using System.CommandLine;
using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Respondents;

/// <summary><c>interview-agent erase PERSON</c>: says what is held, and with <c>--yes</c> removes it for good.</summary>
internal static class EraseCommand
{
    public static Command Create()
    {
        var name = Person.Argument();
        var yes = new Option<bool>("--yes") { Description = "Erase; without it the command only says what would go." };
        var json = Json.Option();
        Command command = new("erase", "Remove a respondent and all that is theirs; what has left the product is listed.") { name, yes, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var person = await Person.Of(scope.ServiceProvider, parsed.GetValue(name)!, cancellation);
            var forgotten = parsed.GetValue(yes)
                ? await scope.ServiceProvider.GetRequiredService<ForgetRespondent>().Run(person.Id, Environment.UserName, cancellation) : null;
            var held = forgotten?.Held ?? await scope.ServiceProvider.GetRequiredService<WhatIsHeld>().Of(person.Id, cancellation);
            var erased = forgotten is not null;

            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { person.Id, person.Account, erased, held });
                return Exit.Ok;
            }

            await output.WriteLineAsync($"{Terminal.Plain(person.ExternalId)} of {Terminal.Plain(person.Account)}: {held.Interviews} interviews, {held.Turns} turns, {held.Findings} findings, {held.ModelCalls} model calls"
                + (erased ? " erased." : "."));
            foreach (var mail in held.Mails)
            {
                await output.WriteLineAsync($"Out of reach: a mail ({Words(mail)}) of {mail.At:yyyy-MM-dd HH:mm} UTC.");
            }

            if (held.ChannelMessages > 0)
            {
                await output.WriteLineAsync($"Out of reach: {held.ChannelMessages} messages in the person's Teams chat; they can delete the chat there.");
            }

            if (held.ModelCalls > 0)
            {
                await output.WriteLineAsync($"Out of reach: what {string.Join(", ", held.Providers)} keep of {held.ModelCalls} calls, masked.");
            }

            foreach (var page in held.Replays)
            {
                await output.WriteLineAsync($"Out of reach: {page.File}, a page of evals replay that {Terminal.Plain(page.Who)} wrote on {page.At:yyyy-MM-dd HH:mm} UTC: delete it, and what was copied from it.");
            }

            if (forgotten is { Scrubbed: false })
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    "Another program reads the store: bytes of what was erased are still in its log. The server removes them within a minute; without a server, run `interview-agent retention --run` later.");
            }

            if (!erased)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("Nothing was erased. Add --yes to do it; it cannot be undone.");
            }

            return Exit.Ok;
        });
        return command;
    }

    private static string Words(SentMail mail) => mail.Kind switch
    {
        Interviewing.Invitations.InvitationKind.Invitation => "invitation",
        _ => "reminder",
    };
}
