using System.CommandLine;
using InterviewAgent.Prompts;

namespace InterviewAgent.Cli.Commands.Prompts;

/// <summary><c>interview-agent prompts show NAME</c>: what a model is sent, without the reasons, with the names of the variables in their places.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "A prompt, as `prompts lint` lists them." };
        var folder = LintCommand.FolderOption();
        var command = new Command("show", "Show a prompt as a model gets it.") { name, folder };
        command.SetAction(parsed =>
        {
            var library = LintCommand.Load(parsed.GetValue(folder));
            var prompt = library.All.FirstOrDefault(prompt => prompt.Name == parsed.GetValue(name)!.Replace('-', '_'))
                ?? throw new BadInputException("NAME", $"there is no prompt {parsed.GetValue(name)}", $"There are {string.Join(", ", library.All.Select(known => known.Name))}.");
            var rendered = prompt.Render(prompt.Variables.ToDictionary(variable => variable, variable => (object?)$"[{variable}]"));
            var output = parsed.InvocationConfiguration.Output;
            output.WriteLine($"--- {prompt.Name} {prompt.Hash}\n--- system\n{rendered.System}\n--- user\n{rendered.User}");
            if (prompt.Answer is { } schema)
                output.WriteLine($"--- answer\n{schema}");
            return Exit.Ok;
        });
        return command;
    }
}
