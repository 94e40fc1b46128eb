using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Simulations;
using InterviewAgent.Evals.Statistics;
using InterviewAgent.Evals.Suites;
using InterviewAgent.Interviewing;
using InterviewAgent.Prompts;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Evals.Respondents;

/// <summary>Plays every persona against the real engine, each interview twice: with its probes and with the core questions alone.</summary>
/// <param name="model">Plays the personas; null: code does, with <paramref name="reading"/>.</param>
public sealed class SimulatePersonas(IConfiguration settings, IReadOnlyList<Persona> personas, QuestionReading reading, int seed, int workers, string? prompts = null, AskConfigured? model = null)
{
    /// <param name="each">Interviews a persona, each in both ways.</param>
    /// <param name="transcripts">Gets every interview as a line of JSON, as <c>check</c> and <c>evals disagreements</c> read them; null: nobody.</param>
    public async Task<PersonaReport> Run(int each, Action<int, int>? progress = null, TextWriter? transcripts = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(each, 1);
        var prompt = model is null ? null : PromptLibrary.Load(prompts ?? Path.Combine(AppContext.BaseDirectory, "prompts"))["play_respondent"];
        Func<Persona, IPlayPersona>? by = prompt is null ? null : persona => new ModelPersona(persona, prompt, model!.Answer);
        var coreOnly = new ConfigurationBuilder().AddConfiguration(settings).AddInMemoryCollection([new("Interviewing:Budget:ProbesInAll", "0")]).Build();
        var played = new ConcurrentBag<(int Number, PlayedInterview Interview)>();
        var all = personas.Count * each;
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            var clock = new SimulatedClock();
            await using var adaptive = await Rehearsal.Open(settings, clock, prompts, cancellation);
            await using var plain = await Rehearsal.Open(coreOnly, clock, prompts, cancellation);
            for (var number = Interlocked.Increment(ref next); number < all; number = Interlocked.Increment(ref next))
            {
                var persona = personas[number % personas.Count];
                var dice = unchecked(seed * 486_187_739 + number);
                played.Add((number, await PlayOne.Run(adaptive, clock, persona, reading, dice & int.MaxValue, true, cancellation, by: by)));
                played.Add((number, await PlayOne.Run(plain, clock, persona, reading, dice & int.MaxValue, false, cancellation, by: by)));
                progress?.Invoke(played.Count, 2 * all);
            }
        }, cancellation)));
        var inOrder = played.OrderBy(one => one.Number).ThenBy(one => one.Interview.Adaptive).ToList();
        foreach (var (number, interview) in transcripts is null ? [] : inOrder) await transcripts!.WriteLineAsync(Line(number, interview));
        return Report(inOrder);
    }

    private static string Line(int number, PlayedInterview interview) => JsonSerializer.Serialize(new
    {
        id = string.Create(CultureInfo.InvariantCulture, $"{interview.Persona}-{number}-{(interview.Adaptive ? "probes" : "core")}"),
        interview.Persona, interview.Adaptive, interview.Told,
        turns = interview.Turns.Select(turn => new { speaker = turn.Speaker == Speaker.Interviewer ? "interviewer" : "participant", turn.Text }),
    }, EvalRun.Json);

    private PersonaReport Report(List<(int Number, PlayedInterview Interview)> played)
    {
        var facts = personas.ToDictionary(persona => persona.Name, persona => (double)persona.Facts, StringComparer.Ordinal);
        double Share(PlayedInterview interview) => interview.Told.Count / facts[interview.Persona];
        var pairs = played.GroupBy(one => one.Number).Select(pair => new PairedScore(
            pair.First().Interview.Persona, Share(pair.Single(one => !one.Interview.Adaptive).Interview), Share(pair.Single(one => one.Interview.Adaptive).Interview))).ToList();
        var adaptive = played.Where(one => one.Interview.Adaptive).Select(one => one.Interview).ToList();
        var plain = played.Where(one => !one.Interview.Adaptive).Select(one => one.Interview).ToList();
        var gain = ClusterDifference.Of(pairs);
        return new PersonaReport(PersonaFigures.Of("all", adaptive, plain), gain, SayDifference.InWords(gain, gain.P),
            [.. personas.Select(persona => new PersonaRow(
                PersonaFigures.Of(persona.Name, [.. adaptive.Where(interview => interview.Persona == persona.Name)], plain.Where(interview => interview.Persona == persona.Name)),
                Mean(pairs, persona, pair => pair.Before), Mean(pairs, persona, pair => pair.After)))],
            [.. adaptive.SelectMany(interview => interview.Unclean).CountBy(text => text).OrderByDescending(text => text.Value).Take(20)
                .Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Value} × {text.Key}"))]);
    }

    private static double Mean(List<PairedScore> pairs, Persona persona, Func<PairedScore, double> score) =>
        pairs.Where(pair => pair.Cluster == persona.Name).Average(score);
}
