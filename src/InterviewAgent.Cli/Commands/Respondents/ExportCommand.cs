using System.CommandLine;
using InterviewAgent.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Respondents;

/// <summary><c>interview-agent export PERSON</c>: the document a person may ask for. It is kept nowhere by the product.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var name = Person.Argument();
        var to = new Option<FileInfo?>("--out") { Description = "A new file, readable by its owner only; otherwise STDOUT." };
        Command command = new("export", "Write everything that is kept of a respondent, as JSON, for that person.") { name, to };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetValue(to);
            if (file is { Exists: true })
            {
                throw new BadInputException("--out", $"{file.FullName} is there already", "Name a new file; nothing is overwritten.");
            }

            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var person = await Person.Of(scope.ServiceProvider, parsed.GetValue(name)!, cancellation);
            var export = await scope.ServiceProvider.GetRequiredService<ExportRespondent>().Run(person.Id, Environment.UserName, cancellation);
            var text = export!.ToJson();
            if (file is null)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(text);
                return Exit.Ok;
            }

            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var writer = new StreamWriter(file.FullName, options);
            await writer.WriteLineAsync(text);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{Terminal.Plain(person.ExternalId)} of {Terminal.Plain(person.Account)}: {export.Interviews.Count} interviews written to {file.FullName}.");
            return Exit.Ok;
        });
        return command;
    }
}
