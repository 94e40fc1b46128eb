namespace InterviewAgent.Analysis.Learning;

/// <summary>An interview in training: its units, which codes each carries, and the best score per code from models that did not see it.</summary>
internal sealed class Interview(LabelledTranscript labelled, List<Unit> units, List<Features> context, Dictionary<int, Features> turns)
{
    private readonly HashSet<string>[] codes = [.. units.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
    private readonly HashSet<(int, string)> near = [];
    private readonly Dictionary<string, double> best = new(StringComparer.Ordinal);

    private readonly Dictionary<int, Dictionary<string, double>> byTurn = [];

    public LabelledTranscript Labelled { get; } = labelled;
    public string Group => Labelled.Group;
    public List<Unit> Units { get; } = units;
    public List<Features> Context { get; } = context;
    /// <summary>Each answer as one text, by its turn.</summary>
    public Dictionary<int, Features> Turns { get; } = turns;
    public Dictionary<int, SparseVector> Answers { get; private set; } = [];
    public SparseVector[] Words { get; private set; } = [];
    public SparseVector[] Around { get; private set; } = [];
    public HashSet<string> Present { get; } = new(StringComparer.Ordinal);

    public void Place(FeatureSpace words, FeatureSpace around, FeatureSpace turns)
    {
        Words = [.. Units.Select(unit => words.Place(unit.Features))];
        Around = [.. Context.Select(around.Place)];
        Answers = Turns.ToDictionary(turn => turn.Key, turn => turns.Place(turn.Value));
    }

    public bool Has(int unit, string code) => codes[unit].Contains(code);

    /// <summary>A unit carries the code when it holds half of the quote, or lies half within it.</summary>
    public void Label(string code, QuoteSpan quote)
    {
        Present.Add(code);
        near.Add((quote.TurnN, code));
        for (var u = 0; u < Units.Count; u++)
        {
            var unit = Units[u];
            if (unit.TurnN != quote.TurnN) continue;
            var shared = Math.Min(unit.End, quote.Start + quote.Length) - Math.Max(unit.Start, quote.Start);
            if (shared * 2 >= Math.Min(unit.End - unit.Start, quote.Length)) codes[u].Add(code);
        }
    }

    /// <summary>The shortest unit that carries the code there; null where none does.</summary>
    public Unit? Carrier(string code, QuoteSpan quote) =>
        Units.Where((unit, u) => unit.TurnN == quote.TurnN && Has(u, code) && unit.Start < quote.Start + quote.Length && quote.Start < unit.End).MinBy(unit => unit.End - unit.Start);

    /// <summary>In an answer that carries the code elsewhere: not labelled, and no example of its absence either.</summary>
    public bool IsNear(int unit, string code) => near.Contains((Units[unit].TurnN, code));

    /// <summary>Whether a code stands in the answer, wherever its quote lies.</summary>
    public bool InAnswer(int turn, string code) => near.Contains((turn, code));

    public void KeepBest(string code, double[] words, IReadOnlyDictionary<int, double> answers, CodeModel model)
    {
        var top = double.NegativeInfinity;
        var tops = new Dictionary<int, double>();
        for (var u = 0; u < Units.Count; u++)
        {
            var score = model.Joined(words[u], answers[Units[u].TurnN], Around[u], Units.Count);
            top = Math.Max(top, score);
            tops[Units[u].TurnN] = Math.Max(score, tops.GetValueOrDefault(Units[u].TurnN, double.NegativeInfinity));
        }
        lock (best)
        {
            best[code] = top;
            foreach (var (turn, score) in tops)
            {
                if (!byTurn.TryGetValue(turn, out var scores)) byTurn[turn] = scores = new(StringComparer.Ordinal);
                scores[code] = score;
            }
        }
    }

    /// <summary>Adds what the interview's other codes say of each code, in the order of <paramref name="names"/>.</summary>
    public void Adjust(IReadOnlyList<string> names, double[] added)
    {
        for (var c = 0; c < names.Count; c++)
        {
            if (!best.ContainsKey(names[c])) continue;
            best[names[c]] += added[c];
            foreach (var scores in byTurn.Values) scores[names[c]] += added[c];
        }
    }

    /// <summary>For each code its best score in one answer, from models that did not see the account.</summary>
    public IReadOnlyDictionary<string, double> BestIn(int turn) => byTurn[turn];

    public double Best(string code) => best.GetValueOrDefault(code, double.NegativeInfinity);
}
