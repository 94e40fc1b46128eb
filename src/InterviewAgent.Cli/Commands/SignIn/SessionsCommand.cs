using System.CommandLine;
using InterviewAgent.Privacy.Staff;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.SignIn;

/// <summary><c>interview-agent sessions</c>: who is signed in; <c>--revoke WHO</c> ends all of somebody's with their next click.</summary>
internal static class SessionsCommand
{
    public static Command Create()
    {
        var revoke = new Option<string?>("--revoke") { Description = "End every session under this name." };
        var json = Json.Option();
        Command command = new("sessions", "Say who is signed in to the dashboard, or sign somebody out everywhere.") { revoke, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var sessions = scope.ServiceProvider.GetRequiredService<StaffSessions>();
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(revoke) is { } who)
            {
                var ended = await sessions.Revoke(who, Environment.UserName, cancellation);
                if (ended == 0)
                {
                    throw new BadInputException("--revoke", $"'{who}' has no open session", "List them with: interview-agent sessions");
                }

                await output.WriteLineAsync($"{ended} sessions of {Terminal.Plain(who)} ended.");
                return Exit.Ok;
            }

            // As the server ends them: see its SignInOptions.
            var longest = TimeSpan.FromDays(scope.ServiceProvider.GetRequiredService<IConfiguration>().GetValue("SignIn:MostDays", 7));
            foreach (var session in await sessions.Open(longest, cancellation))
            {
                if (parsed.GetValue(json))
                {
                    Json.Write(output, new { session.Who, role = session.Role.ToString(), session.Owner, session.Via, session.BeganAt });
                }
                else
                {
                    await output.WriteLineAsync($"{session.BeganAt:yyyy-MM-dd HH:mm} UTC  {session.Role,-10}  {Terminal.Plain(session.Who)}  ({session.Via})");
                }
            }

            return Exit.Ok;
        });
        return command;
    }
}
