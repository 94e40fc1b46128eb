using System.CommandLine;
using InterviewAgent.Insights.CallNotes;
using InterviewAgent.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Flags;

/// <summary><c>interview-agent flags note ID</c>: what to say in the call about a flag. For whoever calls; never for the customer.</summary>
internal static class NoteCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The flag's id, as its address on the dashboard ends." };
        var owner = new Option<string?>("--for") { Description = "Only if its account is this manager's, as the owner column of the accounts names them." };
        var model = new Option<bool>("--model") { Description = "Let the configured model word why the call is due." };
        var json = Json.Option();
        Command command = new("note", "Write what may be named, only asked, or not mentioned in the call.") { id, owner, model, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var given = parsed.GetRequiredValue(id);
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var viewer = parsed.GetValue(owner) is { } named ? new Viewer("command line", ViewerRole.Manager) { Owner = named } : new Viewer("command line", ViewerRole.Leader);
            var note = Guid.TryParse(given, out var flag) ? await scope.ServiceProvider.GetRequiredService<ReadCallNote>().Of(viewer, flag, parsed.GetValue(model), cancellation) : null;
            if (note is null)
            {
                throw new BadInputException("flags note", $"there is no flag '{Terminal.Plain(given)}'", "Its id stands in the address of its note on the dashboard: /flags/ID/note.");
            }
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, note);
                return Exit.Ok;
            }
            foreach (var line in scope.ServiceProvider.GetRequiredService<RenderCallNote>().Lines(note))
            {
                await output.WriteLineAsync(Terminal.Plain(line));
            }
            return Exit.Ok;
        });
        return command;
    }
}
