using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Promises;

/// <summary>
/// Is an answer about a promise, and what does it say of it? About: shared words weighted by rarity, neighbours in the word vectors,
/// and half of what the question named. What it says: patterns, the codes that rest on the same words, and the opinion in them.
/// Measured on evals/sets/promises. Pure and safe on any thread.
/// </summary>
public sealed class HearPromises
{
    /// <summary>From here on an answer is about a promise; chosen on the development part of evals/sets/promises.</summary>
    private const double About = 0.42;

    /// <summary>Words of the question count for less than the person's own.</summary>
    private const double Asked = 0.6;

    private readonly ReadAnswers answers;
    private readonly PromiseLexicon lexicon;
    private readonly HearOpinions opinions;
    private readonly WordVectors vectors;

    private HearPromises(ReadAnswers answers, PromiseLexicon lexicon, HearOpinions opinions, WordVectors vectors) =>
        (this.answers, this.lexicon, this.opinions, this.vectors) = (answers, lexicon, opinions, vectors);

    /// <param name="promptsFolder">The folder with lexicons/ and models/coder/.</param>
    /// <exception cref="InvalidDataException">A lexicon is not readable; names file and mend.</exception>
    public static HearPromises Load(string promptsFolder)
    {
        ArgumentNullException.ThrowIfNull(promptsFolder);
        var coding = CodingLexicon.Load(promptsFolder);
        return new HearPromises(
            new ReadAnswers(coding.Cues), PromiseLexicon.Load(promptsFolder, coding.Lists), new HearOpinions(SentimentLexicon.Load(promptsFolder)),
            WordVectors.Load(Path.Combine(promptsFolder, "models", "coder", "vectors.bin")));
    }

    /// <summary>A promise made ready: reading its words once serves all answers.</summary>
    public PreparedPromise Prepare(string text, string? workflow) => new(new PromiseWords(text, workflow, vectors));

    /// <param name="question">What was asked; empty: unknown.</param>
    /// <param name="answer">The answer's words; longer ones than a coder reads are cut.</param>
    /// <param name="codes">Codes found in the answer, with their places in it; severity 1 frictions are left out by the caller or here.</param>
    /// <param name="allowed">Says which characters may be read (start, length); null: all.</param>
    public HeardPromise Of(
        PreparedPromise promise, string question, string answer, IReadOnlyCollection<CodeAt> codes, Func<int, int, bool>? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(codes);
        var text = answer.Length <= ReadAnswers.LongestTurn ? answer : answer[..ReadAnswers.LongestTurn];
        var sentences = answers.Sentences(text, 0, 1).Where(sentence => allowed?.Invoke(sentence.Start, sentence.Length) ?? true).ToList();
        var fromQuestion = string.IsNullOrEmpty(question) ? 0 : Asked * promise.Words.In(Tokenize.Text(question));
        var (best, score) = (-1, 0.0);
        for (var at = 0; at < sentences.Count; at++)
        {
            var own = promise.Words.In(sentences[at].Tokens.Concat(at > 0 ? sentences[at - 1].Tokens : []));
            own = Math.Max(own, promise.Words.In(sentences[at].Tokens) * 1.02); // Alone rather than in company, when as much.
            if (own > score)
            {
                (best, score) = (at, own);
            }
        }
        if (sentences.Count == 0 || Math.Max(score, fromQuestion) < About)
        {
            return HeardPromise.Nothing;
        }
        best = score >= About ? best : 0;
        var near = sentences.GetRange(best, Math.Min(2, sentences.Count - best));
        var quoted = sentences[best];
        return new HeardPromise(State(near, codes), quoted.Start, quoted.Length, Math.Max(score, fromQuestion));
    }

    /// <summary>The heaviest of what speaks for each; with nothing said against it, who names a promise still holds it up.</summary>
    private PromiseState State(List<Sentence> near, IReadOnlyCollection<CodeAt> codes)
    {
        Dictionary<PromiseState, double> weights = new() { [PromiseState.Held] = 0.4 };
        void Add(PromiseState state, double weight) => weights[state] = weights.GetValueOrDefault(state) + weight;

        for (var at = 0; at < near.Count; at++)
        {
            var share = at == 0 ? 1 : 0.6; // What follows explains; what is said itself decides.
            foreach (var (state, weight) in Said(near[at]))
            {
                Add(state, share * weight);
            }
            foreach (var code in codes.Where(code => code.Start < near[at].Start + near[at].Length && near[at].Start < code.Start + code.Length))
            {
                if (WhatCodesSay.Of(code.Code, code.Severity) is { } word)
                {
                    Add(word, share * 0.8);
                }
            }
        }
        var polarity = opinions.Of([.. near]).Polarity;
        Add(polarity < 0 ? PromiseState.Contradicted : PromiseState.Held, Math.Abs(polarity) * 0.5);
        return weights.MaxBy(pair => (pair.Value, pair.Key)).Key;
    }

    private IEnumerable<(PromiseState, double)> Said(Sentence sentence)
    {
        var found = new List<(PromiseEntry Value, int From, int To)>();
        lexicon.Index.Find(sentence.Tokens, found);
        foreach (var (entry, from, _) in found)
        {
            var cues = sentence.CuesAt(from);
            if (entry.AsIs || (cues & (Cue.Negated | Cue.Denied | Cue.FormerTool | Cue.OtherVendor)) == 0)
            {
                yield return (entry.State, entry.Weight);
            }
            else if (entry.State == PromiseState.Held && (cues & (Cue.Negated | Cue.Denied)) != 0)
            {
                yield return (PromiseState.Contradicted, entry.Weight);
            }
        }
    }
}

/// <summary>A promise whose words have been weighed.</summary>
public sealed class PreparedPromise
{
    internal PreparedPromise(PromiseWords words) => Words = words;
    internal PromiseWords Words { get; }
}

/// <summary>A code found in an answer, at its characters.</summary>
public readonly record struct CodeAt(string Code, int? Severity, int Start, int Length);

/// <summary>What an answer says of a promise, and the sentence that says it.</summary>
/// <param name="Score">0 to 1: how surely it is about it.</param>
public readonly record struct HeardPromise(PromiseState State, int Start, int Length, double Score)
{
    public static HeardPromise Nothing { get; } = new(PromiseState.NotMentioned, 0, 0, 0);
}
