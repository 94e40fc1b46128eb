using System.CommandLine;
using InterviewAgent.Interviewing.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.CheckIns;

/// <summary><c>interview-agent check-ins send CHECKIN</c>. It takes an id and no words: what is sent is the interview's own.</summary>
internal static class SendCommand
{
    public static Command Create()
    {
        var checkIn = new Argument<string>("CHECKIN") { Description = "Id of the check-in." };
        var json = Json.Option();
        Command command = new("send", "Ask a due check-in where its person is reached, in Teams; the running server sends it.") { checkIn, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var id = Guid.TryParse(parsed.GetValue(checkIn), out var known) ? known
                : throw new BadInputException("check-ins send", $"'{parsed.GetValue(checkIn)}' is not the id of a check-in",
                    "List those that are due with: interview-agent check-ins due");
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<SendCheckIn>().Run(id, cancellation);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { CheckIn = id, Outcome = outcome.ToString() });
            }
            else
            {
                await (IsDone(outcome) ? output : parsed.InvocationConfiguration.Error).WriteLineAsync(Line(outcome, id));
            }

            return IsDone(outcome) ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }

    private static bool IsDone(CheckInSending outcome) => outcome is CheckInSending.Queued or CheckInSending.AlreadyAsked;

    private static string Line(CheckInSending outcome, Guid id) => outcome switch
    {
        CheckInSending.Queued => "Queued. The server sends it within seconds.",
        CheckInSending.AlreadyAsked => "Its question was sent there before and waits for an answer. Nothing was sent now.",
        CheckInSending.UseWebLink => $"This person cannot be written to in a chat. Their personal link: interview-agent link {id}",
        _ => "Not due: it is finished, was declined, or its day has not come or is long past. Nothing was sent.",
    };
}
