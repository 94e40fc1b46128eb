using InterviewAgent.Accounts;
using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Quotes;
using InterviewAgent.Analysis.Sentiment;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// Fits the learned part. Words first, on answers and journeys; then surroundings, on journeys only, over word scores of
/// models that did not see the account; then for each code the score from which it counts, on such scores again.
/// </summary>
internal sealed class TrainCoder(Codebook codebook, CodingLexicon lexicon, WordVectors vectors, TrainingSettings settings, SentimentLexicon feelings)
{
    private readonly ReadAnswers answers = new(lexicon.Cues);
    private readonly ReadSentence signs = new(lexicon);

    public CoderModel Fit(IReadOnlyList<LabelledTranscript> journeys, IReadOnlyList<LabelledAnswer> bank, IReadOnlyList<RatedText> ratings)
    {
        var interviews = journeys.Select(Read).ToList();
        var items = bank.Select(Read).OfType<Item>().ToList();
        var words = FeatureSpace.From(interviews.SelectMany(i => i.Units.Where(u => !u.IsPair).Select(u => u.Features)).Concat(items.Select(i => i.Unit.Features)), settings.FewestWords);
        var context = FeatureSpace.From(interviews.SelectMany(i => i.Context), 3);
        foreach (var interview in interviews) interview.Place(words, context);
        var placed = items.Select(item => words.Place(item.Unit.Features)).ToList();
        var folds = Folds(interviews);
        var models = new CodeModel[codebook.Entries.Count];
        Parallel.For(0, models.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads },
            at => models[at] = FitCode(codebook.Entries[at].Code, interviews, folds, items, placed, words.Count, context.Count));
        var shared = ShareThresholds.Apply(models, interviews);
        return new CoderModel(words, context, shared, new FitFeelings(feelings).Of(interviews, [.. ratings.Select(Read)], shared, folds, settings));
    }

    private CodeModel FitCode(string code, List<Interview> interviews, int[] folds, List<Item> items, List<SparseVector> placed, int words, int contexts)
    {
        var apart = new double[interviews.Count][];
        for (var fold = 0; fold < settings.Folds; fold++)
        {
            var (w, b) = FitWords(code, interviews.Where((_, i) => folds[i] != fold), items, placed, words);
            for (var i = 0; i < interviews.Count; i++)
                if (folds[i] == fold) apart[i] = [.. interviews[i].Words.Select(unit => unit.Dot(w) + b)];
        }
        var (weights, bias) = FitWords(code, interviews, items, placed, words);
        var model = FitContext.Of(code, interviews, apart, contexts, settings) with { Words = weights, Bias = bias };
        for (var i = 0; i < interviews.Count; i++) interviews[i].KeepBest(code, apart[i], model);
        return model;
    }

    private (float[], double) FitWords(string code, IEnumerable<Interview> interviews, List<Item> items, List<SparseVector> placed, int words)
    {
        var examples = new List<SparseVector>();
        var labels = new List<bool>();
        var importance = new List<float>();
        var interviewNumber = 0;
        foreach (var interview in interviews)
        {
            interviewNumber++;
            for (var u = 0; u < interview.Units.Count; u++)
            {
                var has = interview.Has(u, code);
                if (!has && (interview.IsNear(u, code) || (u * 31 + interviewNumber) % settings.NegativeShare != 0)) continue;
                examples.Add(interview.Words[u]);
                labels.Add(has);
                importance.Add(has ? 1 : settings.NegativeShare);
            }
        }
        for (var i = 0; i < items.Count; i++)
        {
            examples.Add(placed[i]);
            labels.Add(items[i].Codes.Contains(code));
            importance.Add(1);
        }
        return TrainLinear.Logistic(examples, labels, words, settings.Decay, settings.PositiveWeight, settings.Epochs, null, importance);
    }

    private Interview Read(LabelledTranscript journey)
    {
        var read = signs.All(answers.Of(journey.Transcript)).ToList();
        var units = Unit.All(read, vectors);
        var interview = new Interview(journey, units, [.. units.Select(unit => ContextFeatures.Of(unit.First, journey.Transcript))]);
        foreach (var label in journey.Labels)
            if (LocateQuote.In(journey.Transcript, label.Quote, label.TurnN) is { } quote) interview.Label(label.Code, quote);
        return interview;
    }

    private Item? Read(LabelledAnswer item)
    {
        var transcript = new Transcript("", Role.EndUser, Checkpoint.Day30,
            [new TranscriptTurn(1, Speaker.Interviewer, item.Question ?? ""), new TranscriptTurn(2, Speaker.Participant, item.Text)]);
        var unit = Unit.Whole([.. signs.All(answers.Of(transcript))], vectors);
        return unit is null ? null : new Item(unit, [.. item.Codes]);
    }

    private (IReadOnlyList<Unit>, double) Read(RatedText rated)
    {
        var transcript = new Transcript("", Role.EndUser, Checkpoint.Day30, [new TranscriptTurn(1, Speaker.Participant, rated.Text)]);
        return (Unit.All([.. signs.All(answers.Of(transcript))], vectors), rated.Value);
    }

    private int[] Folds(List<Interview> interviews)
    {
        var groups = interviews.Select(interview => interview.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return [.. interviews.Select(interview => groups.IndexOf(interview.Group) % settings.Folds)];
    }

    private sealed record Item(Unit Unit, HashSet<string> Codes);
}

/// <summary>What may be turned; the defaults were chosen by cross-validation over accounts.</summary>
public sealed record TrainingSettings
{
    public int FewestWords { get; init; } = 2;
    public double Decay { get; init; } = 6e-3;
    public double PositiveWeight { get; init; } = 1;
    public int Epochs { get; init; } = 20;
    public int Folds { get; init; } = 4;

    /// <summary>One in so many of the sentences without the code is taken, and counts as many times.</summary>
    public int NegativeShare { get; init; } = 3;
    public double ContextDecay { get; init; } = 0.02;
    public double FeelingDecay { get; init; } = 0.1;
    public int FeelingEpochs { get; init; } = 12;
    public int Threads { get; init; } = 2;
}
