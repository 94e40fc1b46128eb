using System.CommandLine;
using InterviewAgent.Evals.Replays;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals replay --prompts NEW</c>: what a changed guide would have asked in interviews that were held.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var prompts = new Option<string>("--prompts", "--prompt") { Description = "The prompts folder with the change.", Required = true };
        var most = new Option<int>("--interviews") { Description = "How many of the newest interviews.", DefaultValueFactory = _ => 50 };
        var to = new Option<string?>("--out") { Description = "Where the page is written; evals/runs/replay.html by default." };
        var json = Json.Option();
        var command = new Command("replay", "Re-ask stored interviews turn by turn under other prompts, side by side.") { prompts, most, to, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(prompts)!;
            if (!Directory.Exists(folder)) throw new BadInputException("--prompts", $"{folder} is no folder", "Name a prompts folder.");
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
            var replay = ReplayInterview.With(
                folder, db, scope.ServiceProvider.GetRequiredService<IOptions<InterviewingOptions>>());
            var read = scope.ServiceProvider.GetRequiredService<ReadReplay>();
            var viewer = new Viewer(Environment.UserName, ViewerRole.Researcher);
            var page = Path.GetFullPath(parsed.GetValue(to) ?? Path.Combine(EvalsFolder.Path, "runs", "replay.html"));
            List<ReplayedInterview> interviews = [];
            foreach (var id in await replay.Newest(parsed.GetValue(most), cancellation))
                if (await read.Read(viewer, id, await replay.Run(id, cancellation), cancellation) is { } shown)
                {
                    interviews.Add(new ReplayedInterview(id, shown));
                    // An erasure names the page: the words in it are out of the store's reach.
                    db.Audit.Add(new AuditEntry { At = TimeProvider.System.GetUtcNow(), Who = viewer.Who, Did = ReplayPage.Opened + page, Subject = id });
                }
            await db.SaveChangesAsync(cancellation);
            if (interviews.Count == 0) throw new BadInputException("The store", "it holds no interview that was held here and has ended", "Hold one, or load the demo.");
            var summary = ReplaySummary.Of(interviews);
            try
            {
                if (Path.GetDirectoryName(page) is { } parent) Directory.CreateDirectory(parent);
                await File.WriteAllTextAsync(page, WriteReplay.Of(summary, interviews, folder), cancellation);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { throw new BadInputException("--out", wrong.Message, "Name a file in a folder that can be written."); }
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json)) Json.Write(output, new { summary, page });
            else
            {
                foreach (var sentence in WriteReplay.Sentences(summary, folder)) await output.WriteLineAsync(sentence);
                await output.WriteLineAsync(page);
            }
            return Exit.Ok;
        });
        return command;
    }
}
