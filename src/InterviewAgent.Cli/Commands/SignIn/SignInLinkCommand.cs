using System.CommandLine;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Cli.Commands.SignIn;

/// <summary><c>interview-agent sign-in-link</c>: a door to the dashboard for whoever can run commands where the data is.</summary>
internal static class SignInLinkCommand
{
    public static Command Create()
    {
        var who = new Option<string>("--who")
        {
            Description = "Name under which the session is audited.", DefaultValueFactory = _ => Environment.UserName,
        };
        var role = new Option<ViewerRole>("--role") { Description = "leader sees all accounts, manager their own, researcher masked transcripts, admin everything.", DefaultValueFactory = _ => ViewerRole.Admin };
        var owner = new Option<string?>("--owner") { Description = "For a manager: their name as it stands in the accounts' owner column; otherwise --who." };
        var json = Json.Option();
        var command = new Command("sign-in-link", "Make a link that signs one person in to the dashboard, once.") { who, role, owner, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = parsed.GetValue(who);
            if (string.IsNullOrWhiteSpace(name) || name.Length > StaffMember.LongestName)
            {
                throw new BadInputException(
                    "--who", $"a name has 1 to {StaffMember.LongestName} characters", "Try: interview-agent sign-in-link --who \"A. Lind\"");
            }

            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var token = await scope.ServiceProvider.GetRequiredService<IssueSignInLink>().For(new StaffMember(name, parsed.GetValue(role), parsed.GetValue(owner) ?? name), Environment.UserName, cancellation);
            var address = $"{product.GetRequiredService<IOptions<LinkOptions>>().Value.PublicAddress.TrimEnd('/')}/sign-in/{token}";
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { address, who = name, role = parsed.GetValue(role).ToString(), minutes = (int)IssueSignInLink.Life.TotalMinutes });
            }
            else
            {
                await output.WriteLineAsync(address);
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"Works once, for {IssueSignInLink.Life.TotalMinutes:0} minutes.");
            }

            return Exit.Ok;
        });
        return command;
    }
}
