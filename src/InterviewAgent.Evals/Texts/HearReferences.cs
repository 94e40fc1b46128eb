using System.Diagnostics;
using System.Text.Json;

namespace InterviewAgent.Evals.Texts;

/// <summary>npm vader-sentiment and wink-nlp on the same texts, in one process of node that times its own loops.</summary>
public static class HearReferences
{
    private const double VaderThreshold = 0.05; // the authors' own, for the compound score
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <param name="folder">evals/references with its packages installed (npm ci).</param>
    /// <exception cref="InvalidDataException">Node or the packages are missing, or the script failed.</exception>
    public static async Task<IReadOnlyList<TextHearing>> Of(string folder, IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) throw new InvalidDataException($"{folder} has no packages; run npm ci there");
        using var node = Process.Start(new ProcessStartInfo("node", ["sentiment.cjs"])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true,
        }) ?? throw new InvalidDataException("node cannot be started");
        var answer = node.StandardOutput.ReadToEndAsync(cancellation);
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(texts, Options).AsMemory(), cancellation);
        node.StandardInput.Close();
        var json = await answer;
        await node.WaitForExitAsync(cancellation);
        if (node.ExitCode != 0) throw new InvalidDataException($"{folder}/sentiment.cjs ended with {node.ExitCode}");
        var heard = JsonSerializer.Deserialize<Heard>(json, Options)!;
        return
        [
            new TextHearing("vader-sentiment", [.. heard.Vader.Select(score => score.Compound)],
                [.. heard.Vader.Select(score => Polarity(score.Compound, VaderThreshold))], [.. heard.Vader.Select(score => score.Pos > 0 && score.Neg > 0)], heard.VaderPerSecond),
            new TextHearing("wink-nlp", heard.Wink, [.. heard.Wink.Select(score => Polarity(score, VaderThreshold))], null, heard.WinkPerSecond),
        ];
    }

    private static int Polarity(double score, double threshold) => score >= threshold ? 1 : score <= -threshold ? -1 : 0;

    private sealed record Heard(IReadOnlyList<VaderScore> Vader, double VaderPerSecond, IReadOnlyList<double> Wink, double WinkPerSecond);

    private sealed record VaderScore(double Compound, double Pos, double Neg);
}
