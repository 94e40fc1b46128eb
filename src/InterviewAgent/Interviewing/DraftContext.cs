using InterviewAgent.Accounts;

namespace InterviewAgent.Interviewing;

/// <summary>What the gate knows beside the words it checks. Built by code from the interview so far; never from a draft.</summary>
public sealed record DraftContext
{
    public required MoveKind Move { get; init; }
    public Side Side { get; init; }

    /// <summary>Earlier answers of this respondent in this interview, in order. "Said" in the rules means: in here.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>Interviewer turns already shown, in order, with their moves.</summary>
    public IReadOnlyList<ShownTurn> Shown { get; init; } = [];

    /// <summary>Nouns a question may use beside those said and the neutral list: the guide's, and its filled slots.</summary>
    public IReadOnlyCollection<string> GuideNouns { get; init; } = [];

    /// <summary>Names of people that are known to the account, and must not be shown or asked for.</summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];

    /// <summary>Words that must not leak: other people's answers, flags, hypotheses, prompt text (canaries).</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>Topics, or slots of a topic, that were answered, declined or skipped; a question for one of them is a re-ask.</summary>
    public IReadOnlyCollection<string> ClosedTopics { get; init; } = [];

    /// <summary>Topic the draft asks about; null where it asks about none.</summary>
    public string? Topic { get; init; }

    /// <summary>What the last message of the respondent was.</summary>
    public Intent? LastIntent { get; init; }
    public int ProbesInTopic { get; init; }
    public int ProbesInAll { get; init; }

    /// <summary>
    /// False for somebody else's transcript: guide, move and topic are unknown, what rests on them is not judged, and
    /// the move is read from the words.
    /// </summary>
    public bool GuideKnown { get; init; } = true;

    /// <summary>True: <see cref="Move"/> holds although the guide is unknown.</summary>
    public bool MoveKnown { get; init; }

    /// <summary>True for a model's words: they are held to more than a template's, because a clean template is always at hand.</summary>
    public bool ByModel { get; init; }

    /// <summary>What the model was told; a run of its words in the draft is a leak.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>BCP-47 tag of the respondent's language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>For a turn of anybody's transcript, or a single question where both are empty.</summary>
    /// <param name="said">The participant's turns before it, in order.</param>
    /// <param name="shown">The interviewer's turns before it, in order.</param>
    /// <param name="fixedText">The move, where the turn is one of the product's own fixed texts.</param>
    public static DraftContext ForTranscript(IReadOnlyList<string> said, IReadOnlyList<string> shown, MoveKind? fixedText = null) => new()
    {
        Move = fixedText ?? MoveKind.Probe,
        MoveKnown = fixedText is not null,
        GuideKnown = false,
        Said = said,
        Shown = [.. shown.Select(text => new ShownTurn(MoveKind.Probe, null, text))],
    };
}

/// <summary>An interviewer turn that was shown.</summary>
public sealed record ShownTurn(MoveKind Move, string? Topic, string Text);
