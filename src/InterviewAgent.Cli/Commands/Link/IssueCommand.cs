using System.CommandLine;
using InterviewAgent.Interviewing.Links;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Link;

/// <summary><c>interview-agent link CHECKIN</c> and <c>link --due</c>: personal links, printed once and kept nowhere.</summary>
internal static class IssueCommand
{
    public static Command Create()
    {
        var checkIn = new Argument<string?>("CHECKIN") { Arity = ArgumentArity.ZeroOrOne, Description = "Id of the check-in." };
        var due = new Option<bool>("--due") { Description = "A link for every check-in that is due and not finished." };
        var revoke = new Option<bool>("--revoke") { Description = "End all links of the check-in instead." };
        var json = Json.Option();
        var command = new Command("link", "Make personal interview links.") { checkIn, due, revoke, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var named = parsed.GetValue(checkIn);
            var id = named is null ? (Guid?)null : Guid.TryParse(named, out var known) ? known
                : throw new BadInputException("link", $"'{named}' is not the id of a check-in", "List those that are due with: interview-agent check-ins due");
            if (id is null != parsed.GetValue(due) || (parsed.GetValue(revoke) && id is null))
            {
                throw new BadInputException("link", "it takes the id of a check-in, or --due", "Try: interview-agent link --due");
            }

            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var links = scope.ServiceProvider.GetRequiredService<IssueLink>();
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(revoke))
            {
                var revoked = await links.Revoke(id!.Value, cancellation);
                await output.WriteLineAsync($"{revoked} links revoked.");
                return Exit.Ok;
            }

            foreach (var one in id is { } only ? [only] : await links.Due(cancellation))
            {
                var issued = await links.For(one, cancellation);
                if (parsed.GetValue(json))
                {
                    Json.Write(output, new { issued.CheckInId, issued.Address, issued.ExpiresAt });
                }
                else
                {
                    await output.WriteLineAsync(issued.Address);
                }
            }

            return Exit.Ok;
        });
        return command;
    }
}
