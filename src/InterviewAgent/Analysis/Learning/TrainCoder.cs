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
internal sealed class TrainCoder(Codebook codebook, CodingLexicon lexicon, WordVectors vectors, TrainingSettings settings, HearOpinions opinions)
{
    private readonly ReadAnswers answers = new(lexicon.Cues);
    private readonly ReadSentence signs = new(lexicon);

    public CoderModel Fit(IReadOnlyList<LabelledTranscript> journeys, IReadOnlyList<LabelledAnswer> bank, IReadOnlyList<RatedText> ratings)
    {
        var interviews = journeys.Select(Read).ToList();
        var items = bank.Select(Read).OfType<Item>().ToList();
        var words = FeatureSpace.From(interviews.SelectMany(i => i.Units.Where(u => !u.IsPair).Select(u => u.Features)).Concat(items.Select(i => i.Unit.Features)), settings.FewestWords);
        var context = FeatureSpace.From(interviews.SelectMany(i => i.Context), 3);
        var turns = FeatureSpace.From(interviews.SelectMany(i => i.Turns.Values).Concat(items.Select(i => i.Turn)), settings.FewestWords, TurnFeatures.WordsLength);
        foreach (var interview in interviews) interview.Place(words, context, turns);
        var placed = items.ConvertAll(item => item with { Words = words.Place(item.Unit.Features), Answer = turns.Place(item.Turn) });
        var folds = Folds(interviews);
        var models = new CodeModel[codebook.Entries.Count];
        Parallel.For(0, models.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads },
            at => models[at] = FitCode(codebook.Entries[at].Code, interviews, folds, placed, words.Count, context.Count, turns.Count));
        var companions = KeepCompany(models, interviews, folds);
        var shared = ShareThresholds.Apply(models, interviews);
        var judged = interviews.SelectMany((interview, i) => Judged(interview, folds[i])).Concat(items.SelectMany(Judged)).ToList();
        return new CoderModel(words, context, turns, shared, companions, FitFeelings.Of(interviews, [.. ratings.Select(Read).OfType<FeltText>(), .. items.Select(Felt)], opinions, shared, folds, settings),
            FitJudgements.Of(judged, settings.Folds, settings.JudgementDecay), TextModel.Fit([.. ratings.Select(ReadText)], settings.TextDecay));
    }

    private CodeModel FitCode(string code, List<Interview> interviews, int[] folds, List<Item> items, int words, int contexts, int turns)
    {
        var apart = new double[interviews.Count][];
        var answers = new Dictionary<int, double>[interviews.Count];
        for (var fold = 0; fold < settings.Folds; fold++)
        {
            var others = interviews.Where((_, i) => folds[i] != fold).ToList();
            var (w, b) = FitWords(code, others, items, words);
            var (t, tb) = FitTurns(code, others, items, turns);
            for (var i = 0; i < interviews.Count; i++)
            {
                if (folds[i] != fold) continue;
                apart[i] = [.. interviews[i].Words.Select(unit => unit.Dot(w) + b)];
                answers[i] = interviews[i].Answers.ToDictionary(turn => turn.Key, turn => turn.Value.Dot(t) + tb);
            }
        }
        var (weights, bias) = FitWords(code, interviews, items, words);
        var (turn, turnBias) = FitTurns(code, interviews, items, turns);
        var model = FitContext.Of(code, interviews, apart, contexts, settings) with { Words = weights, Bias = bias, Turn = turn, TurnBias = turnBias };
        for (var i = 0; i < interviews.Count; i++) interviews[i].KeepBest(code, apart[i], answers[i], model);
        return model;
    }

    /// <summary>Fitted on scores of coders that did not see the account, and applied to them by fits that did not see it either.</summary>
    private Companions KeepCompany(CodeModel[] models, List<Interview> interviews, int[] folds)
    {
        string[] names = [.. models.Select(model => model.Code)];
        if (interviews.Count == 0) return Companions.None(names.Length);
        double[] centres = [.. ShareThresholds.Apply(models, interviews).Select(model => model.Enough)];
        var scored = interviews.ConvertAll(interview =>
            (Best: names.Select(interview.Best).ToArray(), Present: names.Select(interview.Present.Contains).ToArray()));
        for (var fold = 0; fold < settings.Folds; fold++)
        {
            var others = Companions.Fit(centres, [.. scored.Where((_, i) => folds[i] != fold)]);
            for (var i = 0; i < interviews.Count; i++)
                if (folds[i] == fold) interviews[i].Adjust(names, others.Of(scored[i].Best));
        }
        return Companions.Fit(centres, scored);
    }

    private (float[], double) FitWords(string code, IEnumerable<Interview> interviews, List<Item> items, int words)
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
        foreach (var item in items)
        {
            examples.Add(item.Words);
            labels.Add(item.Codes.Contains(code));
            importance.Add(1);
        }
        return TrainLinear.Logistic(examples, labels, words, settings.Decay, settings.PositiveWeight, settings.Epochs, null, importance);
    }

    private (float[], double) FitTurns(string code, IEnumerable<Interview> interviews, List<Item> items, int features)
    {
        var examples = new List<SparseVector>();
        var labels = new List<bool>();
        foreach (var interview in interviews)
            foreach (var (turn, placed) in interview.Answers)
            {
                examples.Add(placed);
                labels.Add(interview.InAnswer(turn, code));
            }
        foreach (var item in items)
        {
            examples.Add(item.Answer);
            labels.Add(item.Codes.Contains(code));
        }
        return TrainLinear.Logistic(examples, labels, features, settings.Decay, settings.PositiveWeight, settings.Epochs);
    }

    private Interview Read(LabelledTranscript journey)
    {
        var read = signs.All(answers.Of(journey.Transcript)).ToList();
        var units = Unit.All(read, vectors);
        var interview = new Interview(journey, units, [.. units.Select(unit => ContextFeatures.Of(unit.First, journey.Transcript))],
            Unit.ByTurn(units).ToDictionary(said => said[0].TurnN, said => TurnFeatures.Of(said.Select(unit => unit.Features), said[0].First, journey.Transcript.Role, journey.Transcript.Checkpoint)));
        foreach (var label in journey.Labels)
            if (LocateQuote.In(journey.Transcript, label.Quote, label.TurnN) is { } quote) interview.Label(label.Code, quote);
        return interview;
    }

    private static IEnumerable<JudgedUnit> Judged(Interview interview, int fold)
    {
        var transcript = interview.Labelled.Transcript;
        foreach (var label in interview.Labelled.Labels)
            if ((label.Severity ?? (int?)label.Status) is not null && LocateQuote.In(transcript, label.Quote, label.TurnN) is { } quote && interview.Carrier(label.Code, quote) is { } unit)
                yield return new JudgedUnit(label.Code, unit, transcript.Role, transcript.Checkpoint, label.Severity, label.Status, fold, 1);
    }

    private IEnumerable<JudgedUnit> Judged(Item item)
    {
        var friction = item.Labelled.Codes.FirstOrDefault(code => codebook.Has(code) && codebook.KindOf(code) == FindingKind.Friction);
        var commitment = item.Labelled.Codes.FirstOrDefault(code => codebook.Has(code) && codebook.KindOf(code) == FindingKind.Commitment);
        if (friction is not null && item.Labelled.Severity is { } severity) yield return new JudgedUnit(friction, item.Unit, null, null, severity, null, -1, settings.BankImportance);
        if (commitment is not null && item.Labelled.Status is { } status) yield return new JudgedUnit(commitment, item.Unit, null, null, null, status, -1, 1);
    }

    private Item? Read(LabelledAnswer item)
    {
        var transcript = new Transcript("", Role.EndUser, Checkpoint.Day30,
            [new TranscriptTurn(1, Speaker.Interviewer, item.Question ?? ""), new TranscriptTurn(2, Speaker.Participant, item.Text)]);
        var unit = Unit.Whole([.. signs.All(answers.Of(transcript))], vectors);
        return unit is null ? null : new Item(unit, TurnFeatures.Of([unit.Features], unit.First, null, null), [.. item.Codes], item);
    }

    private FeltText? Read(RatedText rated)
    {
        var transcript = new Transcript("", Role.EndUser, Checkpoint.Day30, [new TranscriptTurn(1, Speaker.Participant, rated.Text)]);
        var said = answers.Of(transcript);
        var units = Unit.All([.. signs.All(said)], vectors);
        return units.Count == 0 ? null : new FeltText(FeelingFeatures.OfWords(units, opinions.Of(said[0].Sentences)), rated.Value, settings.RatedImportance);
    }

    private (Features, double) ReadText(RatedText rated)
    {
        var said = answers.Sentences(rated.Text, 0, 1);
        return (TextModel.FeaturesOf(said, opinions.Of(said), vectors), rated.Value);
    }

    /// <summary>How answers with such codes feel on the whole: friction bad, evidence good, commitments nearly neither.</summary>
    private FeltText Felt(Item item)
    {
        var value = item.Codes.Count == 0 ? 0 : item.Codes.Average(code => codebook.Has(code) ? codebook.KindOf(code) switch
        {
            FindingKind.Friction => -0.95, FindingKind.Drift => -0.45, FindingKind.Evidence => 1, _ => 0.35,
        } : 0);
        return new FeltText(FeelingFeatures.OfWords([item.Unit], opinions.Of(item.Unit.First.Answer.Sentences)), value, settings.BankImportance);
    }

    private int[] Folds(List<Interview> interviews)
    {
        var groups = interviews.Select(interview => interview.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return [.. interviews.Select(interview => groups.IndexOf(interview.Group) % settings.Folds)];
    }

    private sealed record Item(Unit Unit, Features Turn, HashSet<string> Codes, LabelledAnswer Labelled)
    {
        public SparseVector Words { get; init; }
        public SparseVector Answer { get; init; }
    }
}

/// <summary>What may be turned; the defaults were chosen by cross-validation over accounts.</summary>
public sealed record TrainingSettings
{
    public int FewestWords { get; init; } = 3;
    public double Decay { get; init; } = 2e-3;
    public double PositiveWeight { get; init; } = 1;
    public int Epochs { get; init; } = 20;
    public int Folds { get; init; } = 4;

    /// <summary>One in so many of the sentences without the code is taken, and counts as many times.</summary>
    public int NegativeShare { get; init; } = 3;
    public double ContextDecay { get; init; } = 0.02;

    /// <summary>Ridge of the feeling's words and of its place; how much a rated text and an answer of the bank count beside a labelled answer.</summary>
    public double FeelingDecay { get; init; } = 8;
    public double PlaceDecay { get; init; } = 4;
    public double RatedImportance { get; init; } = 0.3;
    public double BankImportance { get; init; } = 0.3;
    public double JudgementDecay { get; init; } = 4;
    public double TextDecay { get; init; } = 5;
    public int Threads { get; init; } = 2;
}
