using InterviewAgent.Accounts;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>
/// What a CS manager has in front of them before they call about a flag: whom, why now, and what may be named, only asked, or not mentioned. It is
/// written when it is asked for and stored nowhere; the customer never sees it, and no API, mail, card or webhook carries it.
/// </summary>
/// <param name="WhyNow">One sentence of the templates, or a model's sentences that each name their facts. For the caller, not to be said.</param>
/// <param name="Changed">Since the check-in before; for the caller.</param>
/// <param name="LastTime">What became of earlier flags of this account.</param>
/// <param name="Questions">Open questions, each kept to the interviewer's policy.</param>
public sealed record CallNote(
    Guid FlagId, Guid AccountId, string Title, FlagKind Kind, string? Owner, DateOnly? Due, DateOnly On,
    string Call, string WhyNow, string Promise, IReadOnlyList<string> Changed, IReadOnlyList<string> LastTime,
    IReadOnlyList<NamedItem> MayBeNamed, IReadOnlyList<string> Questions, IReadOnlyList<string> NotMentioned, IReadOnlyList<NextStep> Steps)
{
    /// <summary>A model joined <see cref="WhyNow"/> from the facts; otherwise it is the template's.</summary>
    public bool IsWorded { get; init; }
}

/// <summary>Something that may be said.</summary>
/// <param name="Words">A respondent's own, only where they chose "with my name" for every one of them.</param>
/// <param name="Turn">Where the words stand: "/interviews/0198…#turn-4".</param>
public sealed record NamedItem(string Text, string? Words = null, string? Turn = null);

/// <param name="Topic">What has to be brought up by the customer first.</param>
public sealed record NextStep(string Topic, string Step);

/// <summary>All that a note is written from. Words of respondents are in here only where their speaker chose "with my name".</summary>
public sealed record CallNoteFacts
{
    public required Flag Flag { get; init; }
    public required Account Account { get; init; }

    /// <summary>Of the flag as it stands now, not as it was opened.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>What open words say of the flag's matters, newest first.</summary>
    public IReadOnlyList<HeardSaid> Said { get; init; } = [];

    /// <summary>The promise that is concerned, with what is said of it now.</summary>
    public (Promise Promise, Analysis.Promises.PromiseState State)? Promise { get; init; }
    public NewlyHeard? Newly { get; init; }

    /// <summary>Earlier flags of the account that are closed, newest first.</summary>
    public IReadOnlyList<Flag> Earlier { get; init; } = [];
}

/// <summary>That somebody said something in words that may be seen.</summary>
/// <param name="Name">With <paramref name="Words"/>: both only where the speaker chose "with my name" for them.</param>
public sealed record HeardSaid(string Code, Guid Person, Role Role, DateOnly On, string? Name = null, string? Words = null, string? Turn = null);

/// <summary>What the newest check-in brought beside those before it.</summary>
/// <param name="New">Codes; <paramref name="Gone"/> were heard before and not again. Both null: there was no check-in before.</param>
public sealed record NewlyHeard(Checkpoint At, DateOnly On, IReadOnlyList<string>? New, IReadOnlyList<string>? Gone);
