using InterviewAgent.Accounts;
using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Learning;

/// <summary>How bad a friction is and how far a commitment got, from the words it rests on and their place: ridge regressions over one space.</summary>
/// <param name="Weights">Severity first, then one for each status in the order of <see cref="CommitmentStatus"/>.</param>
/// <param name="SeverityCuts">Where 1 ends and where 3 begins.</param>
internal sealed record JudgementModel(FeatureSpace Space, float[][] Weights, double[] Biases, double[] SeverityCuts)
{
    public const float WordsLength = 1f;
    public const float VectorLength = 1f;

    public int Severity(string code, Unit unit, Transcript transcript)
    {
        var raw = Raw(0, Space.Place(FeaturesOf(code, unit, transcript.Role, transcript.Checkpoint)));
        return raw < SeverityCuts[0] ? 1 : raw < SeverityCuts[1] ? 2 : 3;
    }

    public CommitmentStatus Status(string code, Unit unit, Transcript transcript)
    {
        var placed = Space.Place(FeaturesOf(code, unit, transcript.Role, transcript.Checkpoint));
        return (CommitmentStatus)Enumerable.Range(0, Weights.Length - 1).MaxBy(status => Raw(status + 1, placed));
    }

    private double Raw(int output, SparseVector placed) => placed.Dot(Weights[output]) + Biases[output];

    /// <summary>Role and checkpoint are null for an answer of the bank, which has none.</summary>
    public static Features FeaturesOf(string code, Unit unit, Role? role, Checkpoint? checkpoint)
    {
        var named = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (name, value) in unit.Features.Named)
            if (name[0] is 'w' or 'b' or 'n' or 'c') named[name] = value;
        named["p:" + code] = 1;
        if (role is { } speaks) named["p:role " + speaks] = 0.5f;
        if (checkpoint is { } at) named["p:at " + at] = 1;
        foreach (var asked in unit.First.Asks) named["p:asks " + asked] = 0.3f;
        var cues = unit.First.Sentence.AllCues | unit.Last.Sentence.AllCues;
        foreach (var cue in Read)
            if ((cues & cue) != 0) named["p:cue " + cue] = 0.5f;
        return new Features(named, unit.Features.Vector);
    }

    private static readonly Cue[] Read = [Cue.Date, Cue.Vague, Cue.Past, Cue.Future, Cue.Negated, Cue.Hypothetical, Cue.Hedge, Cue.Person, Cue.Amount, Cue.Habit, Cue.Wish, Cue.Fixed];
}
