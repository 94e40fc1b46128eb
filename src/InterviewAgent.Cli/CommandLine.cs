using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using InterviewAgent.LanguageModels.Recording;
using InterviewAgent.Settings;

namespace InterviewAgent.Cli;

/// <summary>Runs a command, and is the one place of the command line where exceptions end.</summary>
internal static class CommandLine
{
    /// <summary>Set to anything: an unexpected error is shown with all its details.</summary>
    public const string DetailsVariable = "INTERVIEW_AGENT_DETAILS";

    public static async Task<int> Run(RootCommand root, string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            // An argument that starts with @ is that argument, not a file of more arguments.
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return parsed.Errors.Count > 0 && parsed.Action is not HelpAction
                ? Refuse(parsed, error)
                : await parsed.InvokeAsync(new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false, Output = output, Error = error,
                });
        }
        catch (Exception bad) when (Unusable.Lines(bad) is { } lines)
        {
            foreach (var line in lines)
            {
                await error.WriteLineAsync(Terminal.Plain(line));
            }

            return bad is RecordingMissException ? Exit.RecordingMiss : Exit.BadInput;
        }
        catch (OperationCanceledException)
        {
            return Exit.Cancelled;
        }
        catch (IOException closed) when (closed.Message.Contains("Broken pipe", StringComparison.Ordinal))
        {
            return Exit.Ok; // `… | head` has read enough.
        }
#pragma warning disable CA1031 // The last stop before the user: every exception becomes one kind line here.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync(
                $"Something went wrong that should not have ({unexpected.GetType().Name}). Set {DetailsVariable}=1 to see more.");
            if (Environment.GetEnvironmentVariable(DetailsVariable) is { Length: > 0 })
            {
                await error.WriteLineAsync(unexpected.ToString());
            }

            return Exit.Unexpected;
        }
    }

    private static int Refuse(ParseResult parsed, TextWriter error)
    {
        foreach (var wrong in parsed.Errors)
        {
            error.WriteLine(wrong.Message);
        }

        error.WriteLine($"Try: {string.Join(' ', Path(parsed))} --help");
        return Exit.BadInput;
    }

    private static Stack<string> Path(ParseResult parsed)
    {
        Stack<string> names = new();
        for (System.CommandLine.Parsing.SymbolResult? at = parsed.CommandResult; at is not null; at = at.Parent)
        {
            if (at is System.CommandLine.Parsing.CommandResult command)
            {
                names.Push(command.Command is RootCommand ? "interview-agent" : command.Command.Name);
            }
        }

        return names;
    }
}
