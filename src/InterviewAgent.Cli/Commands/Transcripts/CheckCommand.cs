using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Evals.Transcripts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Cli.Commands.Transcripts;

/// <summary><c>interview-agent check FILE</c>: how neutral an interviewer is, anybody's.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Transcripts, one object a line: {\"id\", \"turns\": [{\"speaker\": \"interviewer|participant\", \"text\"}]}; "
                + "or plain questions, one a line. - reads STDIN.",
        };
        var json = Json.Option();
        var command = new Command("check", "Check transcripts or questions against the interviewer policy.") { file, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var check = CheckTranscripts.With(Path.Combine(AppContext.BaseDirectory, "prompts"));
            var path = parsed.GetRequiredValue(file);
            using var input = Open(path);
            var output = parsed.InvocationConfiguration.Output;
            var bad = 0;
            await foreach (var line in ReadTranscripts.From(input, cancellation))
            {
                if (line.Wrong is { } wrong)
                {
                    bad++;
                    await parsed.InvocationConfiguration.Error.WriteLineAsync($"{path}, line {line.Line}: {wrong}.");
                }
                foreach (var turn in check.Check(line))
                {
                    Write(output, turn, parsed.GetValue(json));
                }
            }
            Summarise(output, check, parsed.GetValue(json));
            return bad == 0 ? Exit.Ok : Exit.BadInput;
        });
        return command;
    }

    private static TextReader Open(string path)
    {
        if (path == "-")
        {
            return Console.In;
        }
        try
        {
            return new StreamReader(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, "it cannot be read", "Name a file of transcripts, or of questions one a line.");
        }
    }

    private static void Write(TextWriter output, CheckedTurn turn, bool json)
    {
        if (json)
        {
            Json.Write(output, new
            {
                id = turn.Interview,
                turn.Turn,
                turn.Rules,
                breaches = turn.Verdict.Breaches.Select(breach => new
                {
                    breach.Rule,
                    severity = breach.Severity == RuleSeverity.Blocks ? "B" : "W",
                    breach.Why,
                    breach.Start,
                    breach.Length,
                }),
                blocked = turn.Verdict.Blocks,
                turn.Measure.StrictClean,
                turn.Measure.Questions,
                turn.Measure.DoubleQuestion,
                turn.Measure.Praise,
                turn.Measure.Evaluation,
                turn.Measure.Interpretation,
                turn.Measure.Closed,
                turn.Measure.Words,
            });
            return;
        }
        if (turn.Verdict.Breaches.Count == 0)
        {
            return;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turn.Interview}, turn {turn.Turn}: {Short(turn.Text)}"));
        foreach (var breach in turn.Verdict.Breaches)
        {
            output.WriteLine($"  {breach.Rule,-4}{(breach.Severity == RuleSeverity.Blocks ? "blocks" : "counts")}  {breach.Why}");
        }
    }

    private static void Summarise(TextWriter output, CheckTranscripts check, bool json)
    {
        var shares = check.Summary.Shares();
        if (json)
        {
            Json.Write(output, new { summary = NeutralityReport.Of(shares, check.BrokenRules) });
            return;
        }
        foreach (var line in NeutralityReport.Lines(shares, check.BrokenRules))
        {
            output.WriteLine(line);
        }
    }

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 90 ? line : string.Concat(line.AsSpan(0, 89), "…");
    }
}
