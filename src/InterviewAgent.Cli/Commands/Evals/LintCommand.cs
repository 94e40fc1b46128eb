using System.CommandLine;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Judges;
using InterviewAgent.Evals.Sets;
using InterviewAgent.Evals.Suites;
using InterviewAgent.Prompts;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals lint</c>: what is wrong in the sets, line by line.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var json = Json.Option();
        var command = new Command("lint", "Check every set and suite under evals.") { json };
        command.SetAction(parsed =>
        {
            var prompts = PromptLibrary.Load(EvalsFolder.Prompts);
            foreach (var suite in Suite.Names(EvalsFolder.Path).Select(name => Suite.Load(EvalsFolder.Path, name)))
                if (suite.Task == "prompt" && !prompts.All.Any(prompt => prompt.Name == suite.Prompt))
                    throw new BadInputException($"Suite \"{suite.Name}\"", $"there is no prompt \"{suite.Prompt}\"", "Name one that `prompts lint` lists.");
            foreach (var judge in Judge.Names(EvalsFolder.Path).Select(name => Judge.Load(EvalsFolder.Path, name)))
                CheckJudge(judge, prompts);
            var report = new LintSets(Codebook.Load(EvalsFolder.Prompts), prompts).Run(Path.Combine(EvalsFolder.Path, "sets"));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json)) Json.Write(output, report);
            else
            {
                foreach (var complaint in report.Complaints) output.WriteLine($"{complaint.Place}: {Terminal.Plain(complaint.Problem)}");
                output.WriteLine($"{report.Sets} sets, {report.Items} items, {report.Complaints.Count} complaints");
            }
            return report.Complaints.Count == 0 ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }

    private static void CheckJudge(Judge judge, PromptLibrary prompts)
    {
        var place = $"Judge \"{judge.Name}\"";
        var prompt = prompts.All.FirstOrDefault(prompt => prompt.Name == judge.Prompt)
            ?? throw new BadInputException(place, $"there is no prompt \"{judge.Prompt}\"", "Name one that `prompts lint` lists.");
        var answers = prompt.Answer is { } schema ? schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToHashSet() : [];
        if (judge.Questions.Find(question => !answers.Contains(question.Id)) is { } unknown)
            throw new BadInputException(place, $"the answer of {judge.Prompt} has no \"{unknown.Id}\"", "Add it to the prompt's schema, or take the question out.");
    }
}
