using System.CommandLine;
using InterviewAgent.Prompts;

namespace InterviewAgent.Cli.Commands.Prompts;

/// <summary><c>interview-agent prompts lint</c>: every prompt file held to its schema; the first line of STDOUT is the verdict.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var folder = FolderOption();
        var json = Json.Option();
        var command = new Command("lint", "Check every prompt file: variables, messages, schema of the answer.") { folder, json };
        command.SetAction(parsed =>
        {
            var library = Load(parsed.GetValue(folder));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                Json.Write(output, library.All.Select(prompt => new { prompt.Name, prompt.Hash, prompt.Variables }));
            else
                foreach (var prompt in library.All.OrderBy(prompt => prompt.Name, StringComparer.Ordinal))
                    output.WriteLine($"{prompt.Name,-24} {prompt.Hash[..12]}  {string.Join(", ", prompt.Variables)}");
            return Exit.Ok;
        });
        return command;
    }

    internal static Option<string?> FolderOption() => new("--prompts") { Description = "Another prompts folder than the one that ships." };

    /// <exception cref="BadInputException">A file is broken; every problem is named.</exception>
    internal static PromptLibrary Load(string? folder)
    {
        var path = folder ?? Path.Combine(AppContext.BaseDirectory, "prompts");
        return Directory.Exists(path) ? PromptLibrary.Load(path) : throw new BadInputException("--prompts", $"{path} is no folder", "Name a folder like prompts/.");
    }
}
