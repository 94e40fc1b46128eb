using InterviewAgent.Interviewing.Intents;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>Where an interview stands: a pure fold over its turns, so that any server can go on from the store alone.</summary>
public sealed class InterviewState
{
    /// <summary>Longer pauses are idle, not work (R16's minutes are active ones).</summary>
    private static readonly TimeSpan LongestActive = TimeSpan.FromSeconds(90);
    private readonly List<string> said = [];
    private readonly List<ShownTurn> shown = [];
    private readonly List<string> asked = [];
    private readonly HashSet<string> closed = [];
    private DateTimeOffset? lastAt;

    private InterviewState() { }

    public static InterviewState Of(IEnumerable<Turn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var state = new InterviewState();
        foreach (var turn in WhatCounts.Of(turns))
            state.Apply(turn);
        return state;
    }

    /// <summary>Everything said in answer to a question, in order; what is "said" for the rules.</summary>
    public IReadOnlyList<string> Said => said;
    public IReadOnlyList<ShownTurn> Shown => shown;

    /// <summary>Ids of core questions, probes and last questions asked.</summary>
    public IReadOnlyList<string> AskedIds => asked;

    /// <summary>Topics answered, skipped or declined.</summary>
    public IReadOnlyCollection<string> ClosedTopics => closed;

    /// <summary>The question that waits for an answer.</summary>
    public Pending? Pending { get; private set; }
    public MoveKind? LastMove { get; private set; }
    public Intent? LastIntent { get; private set; }
    public string LastText { get; private set; } = "";
    public bool OnHold { get; private set; }
    public bool Paused { get; private set; }
    public bool Ended { get; private set; }
    public bool Consented { get; private set; }

    /// <summary>The respondent wrote in another language, or asked for one, and was told once.</summary>
    public bool LanguageTold { get; private set; }
    public bool CoveredSaid { get; private set; }
    public int ProbesInTopic { get; private set; }
    public int ProbesInAll { get; private set; }
    public int? TurnsSinceQuote { get; private set; }

    /// <summary>Replies since the pending question that did not answer it.</summary>
    public int Detours { get; private set; }
    public bool Clarified { get; private set; }
    public int Messages { get; private set; }
    public int Words { get; private set; }
    public TimeSpan Active { get; private set; }

    /// <summary>The last two answers are under five words (R16).</summary>
    public bool Tired => said.Count >= 2 && Short(said[^1]) && Short(said[^2]);

    public Asked Asked => this switch
    {
        { LastMove: MoveKind.ConfirmDelete } => Asked.DeleteConfirmation,
        { Ended: true } => Asked.Question,
        { OnHold: true } => Asked.Hold,
        { Consented: false } => Asked.Consent,
        { Paused: true } => Asked.Paused,
        { Pending.Move: MoveKind.ReadBack } => Asked.ReadBack,
        { Pending.Move: MoveKind.AskChange } => Asked.Change,
        { Pending: { } pending } when pending.Topic == Guides.BuildGuide.LastTopic
            || pending.Question?.Contains(".completeness.", StringComparison.Ordinal) == true => Asked.Rest,
        _ => Asked.Question,
    };

    private void Apply(Turn turn)
    {
        if (turn.At is { } at)
        {
            var gap = at - (lastAt ?? at);
            Active += gap < TimeSpan.Zero ? TimeSpan.Zero : gap < LongestActive ? gap : LongestActive;
            lastAt = at > lastAt || lastAt is null ? at : lastAt; // An answer that was edited stands before what was said in between.
        }
        if (turn.Speaker == Speaker.Participant)
            Hear(turn);
        else
            Show(turn);
    }

    private void Hear(Turn turn)
    {
        Messages++;
        LastIntent = turn.Intent ?? Intent.Answer;
        LastText = turn.Text;
        Consented |= LastIntent == Intent.Consent;
        if (LastIntent is not (Intent.Answer or Intent.InstructionToInterviewer or Intent.Correction or Intent.LanguageSwitch))
            return;
        said.Add(turn.Text);
        Words += CountWords.In(turn.Text);
    }

    /// <summary>Under five words, whether runs of letters or what stands between blanks is counted.</summary>
    private static bool Short(string answer) =>
        CountWords.In(answer) < 5 || answer.Split((char[]?)null, 6, StringSplitOptions.RemoveEmptyEntries).Length < 5;

    private void Show(Turn turn)
    {
        var move = turn.Move ?? MoveKind.CoreQuestion;
        shown.Add(new ShownTurn(move, turn.Topic, turn.Text));
        LastMove = move;
        TurnsSinceQuote = move == MoveKind.QuoteProbe ? 0 : TurnsSinceQuote + 1;
        OnHold = move == MoveKind.SafetyText || OnHold && move == MoveKind.ConfirmDelete;
        Paused = move == MoveKind.Pause;
        Ended |= move is MoveKind.Close or MoveKind.Decline or MoveKind.Deleted;
        LanguageTold |= move == MoveKind.Language;
        switch (move)
        {
            case MoveKind.CoreQuestion or MoveKind.ReadBack or MoveKind.AskChange or MoveKind.Probe or MoveKind.QuoteProbe
                when turn.Question != Pending?.Question:
                Ask(turn, move);
                break;
            case MoveKind.AskConsent when Pending is null:
                Ask(turn, move);
                break;
            default:
                Detours++;
                Clarified |= move == MoveKind.Clarify && LastIntent == Intent.PleaseClarify;
                break;
        }
    }

    private void Ask(Turn turn, MoveKind move)
    {
        if (Pending?.Topic is { } left && left != turn.Topic)
            closed.Add(left);
        CoveredSaid |= LastIntent == Intent.AlreadyToldYou;
        ProbesInTopic = move is MoveKind.Probe or MoveKind.QuoteProbe ? ProbesInTopic + 1 : 0;
        ProbesInAll += move is MoveKind.Probe or MoveKind.QuoteProbe ? 1 : 0;
        (Detours, Clarified) = (0, false);
        Pending = new Pending(move, turn.Topic, turn.Question, turn.Text);
        if (turn.Question is { } question)
            asked.Add(question);
    }
}

/// <summary>A question that waits; <paramref name="Text"/> is the turn as shown.</summary>
public sealed record Pending(MoveKind Move, string? Topic, string? Question, string Text);
