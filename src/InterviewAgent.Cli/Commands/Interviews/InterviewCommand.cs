using System.CommandLine;
using InterviewAgent.Accounts;
using InterviewAgent.Evals.Simulations;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Cli.Commands.Interviews;

/// <summary><c>interview-agent interview --guide buyer</c>: an interview in the terminal, for a person or, with --json, for a program.</summary>
internal static class InterviewCommand
{
    public static Command Create()
    {
        var guide = new Option<string>("--guide") { Description = "Whose questions: buyer or end-user.", Required = true };
        guide.AcceptOnlyFromAmong("buyer", "end-user");
        var phase = new Option<string>("--phase") { Description = "early (days 14, 30), middle (days 60, 90) or late (month 5).", DefaultValueFactory = _ => "early" };
        phase.AcceptOnlyFromAmong("early", "middle", "late");
        var account = new Option<string>("--account") { Description = "Name of the account.", DefaultValueFactory = _ => "an account" };
        var product = new Option<string?>("--product") { Description = "The product, as its users call it; otherwise the one in the settings." };
        var task = new Option<string?>("--task") { Description = "The account's own name for the work, such as \"the weekly plan\"." };
        var json = Json.Option();
        var command = new Command("interview", "Hold an interview in the terminal; nothing is kept. The end of the input means: later.")
        {
            guide, phase, account, product, task, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var person = new Rehearsed(
                parsed.GetValue(guide) == "buyer" ? Role.Buyer : Role.EndUser,
                parsed.GetValue(phase) switch { "early" => Checkpoint.Day30, "middle" => Checkpoint.Day60, _ => Checkpoint.Month5 },
                parsed.GetValue(account)!, parsed.GetValue(product), parsed.GetValue(task));
            var terminal = new Terminal(Console.In, parsed.InvocationConfiguration.Output, parsed.GetValue(json));
            await using var rehearsal = await Rehearsal.Open(Product.Settings(), cancellation: cancellation);
            await Hold(rehearsal, person, terminal, cancellation);
            return Exit.Ok;
        });
        return command;
    }

    private static async Task Hold(Rehearsal rehearsal, Rehearsed person, Terminal terminal, CancellationToken cancellation)
    {
        var opened = await rehearsal.Begin(person, cancellation);
        terminal.Show(opened.Current);
        for (var reply = opened.Current; !reply.Offer.Ended;)
        {
            var answer = await terminal.Hear(cancellation);
            reply = await rehearsal.Say(
                opened.InterviewId, new IncomingMessage(Guid.CreateVersion7().ToString(), answer ?? "Continue later"), cancellation);
            terminal.Show(reply);
            if (answer is null)
                return;
        }
    }
}
