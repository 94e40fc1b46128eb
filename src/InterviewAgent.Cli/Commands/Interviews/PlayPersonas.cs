using System.Globalization;
using InterviewAgent.Cli.Commands.Evals;
using InterviewAgent.Evals.Respondents;
using InterviewAgent.Evals.Suites;
using InterviewAgent.LanguageModels;

namespace InterviewAgent.Cli.Commands.Interviews;

/// <summary><c>interview-agent simulate --personas FOLDER</c>: clean, and productive?</summary>
internal static class PlayPersonas
{
    internal static async Task<int> Run(PersonaPlay play, bool json, TextWriter output, CancellationToken cancellation)
    {
        if (!Directory.Exists(play.Folder)) throw new BadInputException("--personas", $"{play.Folder} is no folder", "Name a folder like evals/respondents.");
        if (play.Prompts is { } prompts && !Directory.Exists(prompts)) throw new BadInputException("--prompts", $"{prompts} is no folder", "Name a prompts folder.");
        var (personas, reading) = Persona.LoadAll(play.Folder, play.Reading);
        await using var model = play.ByModel ? SuiteModel.Configured(await Product.Open(cancellation)) : null;
        var simulation = new SimulatePersonas(
            Product.Settings(), personas, reading, play.Seed, play.ByModel ? 1 : Environment.ProcessorCount, play.Prompts, model?.For("simulate --by-model", ModelRole.Judging));
        await using var transcripts = play.Out is null ? null : Transcripts(play.Out);
        var report = await Progress.Of("personas", progress => simulation.Run(play.Each, progress, transcripts, cancellation).GetAwaiter().GetResult(), cancellation);
        if (json) Json.Write(output, report);
        else Write(output, report);
        return report.All is { DoubleQuestions: 0 or null, ProbesAfterDecline: 0, StrictClean: >= 0.99 or null } ? Exit.Ok : Exit.ChecksFailed;
    }

    private static StreamWriter Transcripts(string path)
    {
        try { return new StreamWriter(path); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { throw new BadInputException("--out", wrong.Message, "Name a file in a folder that exists."); }
    }

    private static void Write(TextWriter output, PersonaReport report)
    {
        var (all, gain) = (report.All, report.Elicited);
        output.WriteLine(F($"Planted facts told, with probes against the core questions alone: {report.Words}"));
        output.WriteLine(F($"  {100 * gain.Before:0.0} % without, {100 * gain.After:0.0} % with probes; 95 % interval of the difference {100 * gain.Low:0.0} to {100 * gain.High:0.0} points, p {gain.P:0.000}, {gain.Clusters} personas"));
        output.WriteLine(F($"{all.Interviews} interviews, {all.Turns} turns: strictly clean {100 * all.StrictClean:0.00} %, double questions {100 * all.DoubleQuestions:0.00} %, re-asks {all.ReAsks}"));
        output.WriteLine(F($"{all.Probes} probes, {all.Declines} refusals, {all.ProbesAfterDecline} probes after one; core questions asked {100 * all.CoreCoverage:0.0} %, interviews ended {100 * all.Ended:0.0} %"));
        output.WriteLine();
        output.WriteLine($"{"persona",-26} {"clean",7} {"probes",7} {"re-asks",8} {"core",7} {"without",9} {"with probes",12}");
        foreach (var row in report.Personas)
            output.WriteLine(F($"{row.Figures.Name,-26} {100 * row.Figures.StrictClean,6:0.0}% {row.Figures.Probes,7} {row.Figures.ReAsks,8} {100 * row.Figures.CoreCoverage,6:0.0}% {100 * row.CoreOnly,8:0.0}% {100 * row.WithProbes,11:0.0}%"));
        foreach (var turn in report.NotClean) output.WriteLine("not strictly clean: " + turn.ReplaceLineEndings(" "));
    }

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What <c>simulate --personas</c> was asked for.</summary>
/// <param name="Reading">How the personas read questions; null: as their folder says.</param>
/// <param name="Prompts">The interviewer's; null: the product's own.</param>
/// <param name="Out">Where the transcripts go; null: nowhere.</param>
/// <param name="ByModel">The model for judging plays them.</param>
internal sealed record PersonaPlay(string Folder, int Each, int Seed, string? Reading, string? Prompts, string? Out, bool ByModel = false);
