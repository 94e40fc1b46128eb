using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Promises;

/// <summary>
/// Is an answer about a promise, and what does it say of it? About: its rare words and their neighbours in the word vectors, the work that
/// the question named, a question for how one knows that all is done, and an amount where the promise has one. What it says: patterns, the
/// codes that rest on the same words, and the opinion in them. Weights from evals/sets/promises, development part. Pure and safe on any thread.
/// </summary>
public sealed class HearPromises
{
    /// <summary>From here on an answer is about a promise: about two rare words, or one with something beside it.</summary>
    private const double About = 0.85;

    private const double RareWord = 0.56;
    private const double MostRareWords = 2;
    private const double AskedForTheWork = 0.9;
    private const double AskedHowDone = 1.2;
    private const double Amounts = 0.5;

    /// <summary>Who names a promise and says nothing against it holds it up.</summary>
    private const double Named = 0.4;

    private readonly ReadAnswers answers;
    private readonly PromiseLexicon lexicon;
    private readonly HearOpinions opinions;
    private readonly WordVectors vectors;

    private readonly ReadAmounts amounts;

    private HearPromises(ReadAnswers answers, PromiseLexicon lexicon, HearOpinions opinions, WordVectors vectors, ReadAmounts amounts) =>
        (this.answers, this.lexicon, this.opinions, this.vectors, this.amounts) = (answers, lexicon, opinions, vectors, amounts);

    /// <param name="promptsFolder">The folder with lexicons/ and models/coder/.</param>
    /// <exception cref="InvalidDataException">A lexicon is not readable; names file and mend.</exception>
    public static HearPromises Load(string promptsFolder)
    {
        ArgumentNullException.ThrowIfNull(promptsFolder);
        var coding = CodingLexicon.Load(promptsFolder);
        return new HearPromises(
            new ReadAnswers(coding.Cues), PromiseLexicon.Load(promptsFolder, coding.Lists), new HearOpinions(SentimentLexicon.Load(promptsFolder)),
            WordVectors.Load(Path.Combine(promptsFolder, "models", "coder", "vectors.bin")),
            new ReadAmounts(AmountLexicon.Load(promptsFolder)));
    }

    /// <summary>A promise made ready: reading its words once serves all answers.</summary>
    /// <param name="names">Names of the account and of its product, which any sentence may hold.</param>
    public PreparedPromise Prepare(string text, string? workflow, params IEnumerable<string?> names)
    {
        var sentences = answers.Sentences(text, 0, 1);
        var named = string.Join(" . ", names);
        return new PreparedPromise(
            new PromiseWords($"{text} . {workflow}", named, vectors), new PromiseWords(workflow ?? "", named, vectors), HasAmount(sentences), amounts.LimitOf(sentences));
    }

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
        var sentences = answers.Sentences(text, 0, 1).Where(sentence => (allowed?.Invoke(sentence.Start, sentence.Length) ?? true) && !IsElsewhere(sentence)).ToList();
        if (sentences.Count == 0)
        {
            return HeardPromise.Nothing;
        }
        var own = sentences.ConvertAll(sentence => promise.Words.In(sentence.Tokens));
        // Two sentences make a thought; rare words scattered over a long answer meet by chance.
        var words = Enumerable.Range(0, sentences.Count).Max(at =>
            promise.Words.In(sentences[at].Tokens.Concat(at + 1 < sentences.Count ? sentences[at + 1].Tokens : [])));
        var beside = Asked(promise, question) + (Measures(promise, sentences) ? Amounts : 0);
        var score = RareWord * Math.Min(MostRareWords, words) + beside;
        if (score < About)
        {
            return HeardPromise.Nothing;
        }
        // Of sentences that are as much about it the one with a figure, then the first.
        var best = Enumerable.Range(0, sentences.Count).MaxBy(at => own[at] + (Measures(promise, [sentences[at]]) ? Amounts : 0));
        // Asked about it and saying nothing of it, in no word of it: an answer, and no word on the promise.
        if (State(promise, sentences.GetRange(best, Math.Min(2, sentences.Count - best)), codes) is not { } state)
        {
            if (words == 0)
            {
                return HeardPromise.Nothing;
            }
            state = PromiseState.Held;
        }
        return new HeardPromise(state, sentences[best].Start, sentences[best].Length, RareWord * words + beside, words > 0);
    }

    private double Asked(PreparedPromise promise, string? question)
    {
        var tokens = Tokenize.Text(question ?? "").ToArray();
        var found = lexicon.Index.Find(tokens);
        return AskedForTheWork * Math.Min(1, promise.Workflow.In(tokens)) + (found.Exists(hit => hit.Value.InQuestion) ? AskedHowDone : 0);
    }

    /// <summary>What the former tool or another vendor did says nothing of this promise.</summary>
    private static bool IsElsewhere(Sentence sentence) =>
        sentence.Cues.Any(hit => (hit.Cue & (Cue.FormerTool | Cue.OtherVendor)) != 0 && hit.ScopeTo - hit.ScopeFrom >= sentence.Tokens.Length);

    /// <summary>An amount of the promise's measure; where the promise sets no limit that is understood, any amount.</summary>
    private bool Measures(PreparedPromise promise, IReadOnlyList<Sentence> sentences) => promise.Limit is { } limit
        ? amounts.Keeps(limit, sentences) is not null : promise.HasAmount && HasAmount(sentences);

    private static bool HasAmount(IReadOnlyList<Sentence> sentences) => sentences.Any(sentence => (sentence.AllCues & Cue.Amount) != 0);

    /// <summary>The heaviest of what speaks for each; little said against it still holds it up. Null: nothing speaks for any.</summary>
    private PromiseState? State(PreparedPromise promise, List<Sentence> near, IReadOnlyCollection<CodeAt> codes)
    {
        Dictionary<PromiseState, double> weights = new() { [PromiseState.Held] = Named };
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
        if (promise.Limit is { } limit && amounts.Keeps(limit, near) is { } kept)
        {
            Add(kept ? PromiseState.Held : PromiseState.Contradicted, 1.5);
        }
        var polarity = opinions.Of([.. near]).Polarity;
        if (polarity != 0)
        {
            Add(polarity < 0 ? PromiseState.Contradicted : PromiseState.Held, 0.3);
        }
        return weights.Count == 1 && weights[PromiseState.Held] <= Named ? null : weights.MaxBy(pair => (pair.Value, pair.Key)).Key;
    }

    private IEnumerable<(PromiseState, double)> Said(Sentence sentence)
    {
        foreach (var (entry, from, _) in lexicon.Index.Find(sentence.Tokens).Where(hit => !hit.Value.InQuestion))
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
    internal PreparedPromise(PromiseWords words, PromiseWords workflow, bool hasAmount, Limit? limit) =>
        (Words, Workflow, HasAmount, Limit) = (words, workflow, hasAmount, limit);
    internal PromiseWords Words { get; }
    internal PromiseWords Workflow { get; }
    internal bool HasAmount { get; }
    internal Limit? Limit { get; }
}

/// <summary>A code found in an answer, at its characters.</summary>
public readonly record struct CodeAt(string Code, int? Severity, int Start, int Length);

/// <summary>What an answer says of a promise, and the sentence that says it.</summary>
/// <param name="Score">How surely it is about it; for comparing promises with each other.</param>
/// <param name="InItsWords">It shares words with the promise; false: the question alone says that it is about it.</param>
public readonly record struct HeardPromise(PromiseState State, int Start, int Length, double Score, bool InItsWords)
{
    public static HeardPromise Nothing { get; } = new(PromiseState.NotMentioned, 0, 0, 0, false);
}
