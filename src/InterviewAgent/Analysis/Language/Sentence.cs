namespace InterviewAgent.Analysis.Language;

/// <summary>One sentence of a turn with its words, its clauses and what colours it.</summary>
/// <param name="TurnIndex">Index of the turn in the transcript (not its number).</param>
/// <param name="Index">Place among the sentences of its turn.</param>
/// <param name="Clauses">Token ranges [from, to) that part the sentence.</param>
internal sealed record Sentence(
    int TurnIndex, int TurnN, int Index, int Start, int Length, Token[] Tokens, IReadOnlyList<(int From, int To)> Clauses, CueHit[] Cues)
{
    /// <summary>The cues that reach token <paramref name="at"/>: by their own scope, clause or the whole sentence.</summary>
    public Cue CuesAt(int at)
    {
        var cues = Cue.None;
        foreach (var hit in Cues)
            if (at >= hit.ScopeFrom && at < hit.ScopeTo) cues |= hit.Cue;
        return cues;
    }

    public Cue AllCues
    {
        get
        {
            var cues = Cue.None;
            foreach (var hit in Cues) cues |= hit.Cue;
            return cues;
        }
    }
}

/// <summary>A cue and the tokens [ScopeFrom, ScopeTo) it colours.</summary>
internal readonly record struct CueHit(Cue Cue, int From, int To, int ScopeFrom, int ScopeTo);

/// <summary>What turns a mention into something other than the speaker's own present experience, or leans on it.</summary>
[Flags]
internal enum Cue
{
    None = 0,
    Negated = 1 << 0,
    Hypothetical = 1 << 1,
    Wish = 1 << 2,
    Past = 1 << 3,
    Fixed = 1 << 4,
    FormerTool = 1 << 5,
    OtherVendor = 1 << 6,
    Colleague = 1 << 7,
    Hearsay = 1 << 8,
    Contrast = 1 << 9,
    Concession = 1 << 10,
    Future = 1 << 11,
    Habit = 1 << 12,
    Sarcasm = 1 << 13,
    Hedge = 1 << 14,
    Comparative = 1 << 15,
    Question = 1 << 16,
    Amount = 1 << 17,
    Date = 1 << 18,
    OwnSide = 1 << 19,
    Vague = 1 << 20,
    Person = 1 << 21,
    Absent = 1 << 22,
    Former = 1 << 23,
    Expected = 1 << 24,
    Others = 1 << 25,
    Denied = 1 << 26,
    Condition = 1 << 27,
}
