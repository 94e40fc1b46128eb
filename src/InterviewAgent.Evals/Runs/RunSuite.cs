using System.Diagnostics;
using System.Text.Json;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Evals.Runs;

/// <summary>Puts the samples to the engine and keeps each answer as soon as it is there: what was interrupted goes on where it stopped.</summary>
public static class RunSuite
{
    /// <param name="path">Where the run is kept; what a run of the same provenance left there is not asked again. Null: nowhere.</param>
    /// <param name="spent">What models have cost so far; the difference is an item's. Null: no model is asked.</param>
    /// <param name="progress">Told how many of how many are done.</param>
    /// <exception cref="BadInputException">At <paramref name="path"/> is a run of something else.</exception>
    public static EvalRun Run(
        RunHeader header, IReadOnlyList<Sample> samples, string? path, Action<int, int>? progress = null, Func<Spent>? spent = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(samples);
        var before = path is not null && File.Exists(path) ? Earlier(path, header) : null;
        var done = (before?.Items ?? []).ToDictionary(item => item.Id, StringComparer.Ordinal);
        using var file = path is null ? null : Open(path, before ?? new EvalRun(header, []));
        var items = new List<ScoredItem>();
        foreach (var sample in samples)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!done.TryGetValue(sample.Id, out var item))
            {
                item = Score(sample, spent);
                file?.WriteLine(JsonSerializer.Serialize(item, EvalRun.Json));
            }
            items.Add(item);
            progress?.Invoke(items.Count, samples.Count);
        }
        return new EvalRun(before?.Header ?? header, items);
    }

    private static ScoredItem Score(Sample sample, Func<Spent>? spent)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), spent?.Invoke() ?? Spent.Nothing);
        var answer = sample.Ask();
        var took = Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 2);
        return new ScoredItem(sample.Id, sample.Group, sample.Part, sample.Input, sample.Expected, answer.Got, answer.Scores)
        {
            Spent = ((spent?.Invoke() ?? Spent.Nothing) - before) with { Milliseconds = took },
        };
    }

    private static EvalRun Earlier(string path, RunHeader header)
    {
        var earlier = EvalRun.Read(path);
        return earlier.Header with { StartedAt = header.StartedAt, Judge = header.Judge } == header
            ? earlier
            : throw new BadInputException(path, "it holds a run of another suite, part, prompt or data", "Name another file, or remove this one.");
    }

    private static StreamWriter Open(string path, EvalRun kept)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var file = new StreamWriter(path) { AutoFlush = true };
        file.WriteLine(JsonSerializer.Serialize(kept.Header, EvalRun.Json));
        foreach (var item in kept.Items) file.WriteLine(JsonSerializer.Serialize(item, EvalRun.Json));
        return file;
    }
}
