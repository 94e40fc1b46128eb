namespace InterviewAgent.Evals.Thresholds;

/// <summary>How tone spreads and how it is heard: variance components by the method of moments (Searle, Casella, McCulloch 1992, ch. 3).</summary>
internal static class MeasureTone
{
    /// <summary>Within kind, side and phase: what is left between people, between a person's interviews, and between an interview's answers.</summary>
    public static ToneSpread Spread(IReadOnlyList<LabelledAndHeard> pairs)
    {
        var spoken = pairs.Where(pair => pair.Feelings.Count > 0).ToList();
        var level = spoken.GroupBy(pair => (pair.Kind, pair.Phase)).ToDictionary(cell => cell.Key, cell => cell.SelectMany(pair => pair.Feelings).Average());
        var turn = Variance(spoken.Select(pair => pair.Feelings.Select(feeling => (double)feeling)));
        var people = spoken.GroupBy(pair => (pair.Account, pair.Heard.Person)).Select(person => person
            .Select(pair => pair.Feelings.Average() - level[(pair.Kind, pair.Phase)]).ToList()).ToList();
        var answers = spoken.Average(pair => 1.0 / pair.Feelings.Count);
        var interview = Variance(people) - (turn * answers);
        var all = people.SelectMany(person => person).ToList();
        var person = all.Average(value => value * value) - Variance(people);
        return new ToneSpread(Root(person), Root(interview), Root(turn));
    }

    public static ToneHearing Hearing(IReadOnlyList<LabelledAndHeard> pairs)
    {
        var turns = pairs.Select((pair, interview) => (interview, Felt: (pair.Labels.Sentiment?.Turns ?? []).ToDictionary(turn => turn.Turn, turn => turn.Value), pair.Heard))
            .SelectMany(one => one.Heard.TurnSentiment.Where(turn => one.Felt.ContainsKey(turn.TurnN))
                .Select(turn => (one.interview, Labelled: (double)one.Felt[turn.TurnN], Heard: (double)turn.Value))).ToList();
        var (x, y) = (turns.Average(turn => turn.Labelled), turns.Average(turn => turn.Heard));
        var slope = turns.Sum(turn => (turn.Labelled - x) * (turn.Heard - y)) / turns.Sum(turn => (turn.Labelled - x) * (turn.Labelled - x));
        var offset = y - (slope * x);
        var errors = turns.GroupBy(turn => turn.interview).Select(interview => interview.Select(turn => turn.Heard - offset - (slope * turn.Labelled)).ToList()).ToList();
        var own = Variance(errors);
        var shared = errors.Average(interview => Math.Pow(interview.Average(), 2)) - (own * errors.Average(interview => 1.0 / interview.Count));
        return new ToneHearing(Math.Round(offset, 3), Math.Round(slope, 3), Root(shared), Root(own), Root(WithinPerson(pairs)));
    }

    /// <summary>Half the mean square of a fine account's people's differences from one check-in to the next, less the mean change.</summary>
    private static double WithinPerson(IReadOnlyList<LabelledAndHeard> pairs)
    {
        var changes = pairs.Where(pair => pair.Kind.Label() == AccountLabel.Fine && pair.Heard.TurnSentiment.Count > 0)
            .GroupBy(pair => (pair.Account, pair.Heard.Person)).SelectMany(person =>
            {
                var tones = person.OrderBy(pair => pair.Heard.HeldOn).Select(pair => pair.Heard.TurnSentiment.Average(turn => turn.Value)).ToList();
                return tones.Skip(1).Zip(tones, (now, before) => now - before);
            }).ToList();
        return changes.Count < 2 ? 0 : changes.Sum(change => Math.Pow(change - changes.Average(), 2)) / (changes.Count - 1) / 2;
    }

    /// <summary>Pooled variance within groups; groups of one say nothing.</summary>
    private static double Variance(IEnumerable<IEnumerable<double>> groups)
    {
        var (sum, free) = (0.0, 0);
        foreach (var group in groups.Select(group => group.ToList()).Where(group => group.Count > 1))
        {
            sum += group.Sum(value => Math.Pow(value - group.Average(), 2));
            free += group.Count - 1;
        }
        return free == 0 ? 0 : sum / free;
    }

    private static double Root(double variance) => Math.Round(Math.Sqrt(Math.Max(0, variance)), 3);
}
