using InterviewAgent.Accounts;
using InterviewAgent.Analysis.Promises;

namespace InterviewAgent.Insights;

/// <summary>
/// What each side says of one promise, newest dated sentence first, and whether they say the same. A missing voice is never
/// agreement: one side alone is one-sided, none is unknown.
/// </summary>
public static class PromiseLedger
{
    /// <summary>A promise counts as forgotten by a side that has since been heard so often without a word of it.</summary>
    private const int HeardWithout = 2;

    /// <param name="said">Every sentence about this promise that the viewer may see.</param>
    /// <param name="interviews">All interviews of the account that may be read: by them one knows who spoke since without a word of it.</param>
    public static PromiseLine Of(IReadOnlyCollection<PromiseWord> said, IReadOnlyCollection<HeardInterview> interviews)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(interviews);
        var (buyer, user) = (SideOf(Side.Buyer, said, interviews), SideOf(Side.User, said, interviews));
        var state = (PromiseState)Math.Max((int)buyer.State, (int)user.State);
        return new PromiseLine(state, buyer, user, View(buyer, user));
    }

    private static PromiseSide SideOf(Side side, IReadOnlyCollection<PromiseWord> said, IReadOnlyCollection<HeardInterview> interviews)
    {
        PromiseWord[] own = [.. said.Where(word => word.Role.Side() == side && word.State != PromiseState.NotMentioned)
            .OrderByDescending(word => word.On).ThenByDescending(word => word.State)];
        if (own.Length == 0)
        {
            return new PromiseSide(PromiseState.NotMentioned, []);
        }
        var people = own.Select(word => word.Person).ToHashSet();
        var without = interviews.Where(interview => interview.Completed && interview.Role.Side() == side && interview.HeldOn > own[0].On).ToList();
        // Somebody who spoke of it must have been asked again: another person's silence forgets nothing.
        var faded = without.Count >= HeardWithout && without.Exists(interview => people.Contains(interview.Person));
        return new PromiseSide(faded ? PromiseState.Forgotten : own[0].State, own) { Faded = faded };
    }

    private static PromiseView View(PromiseSide buyer, PromiseSide user) => (buyer.Speaks, user.Speaks) switch
    {
        (false, false) => PromiseView.Unknown,
        (true, true) => buyer.State == user.State ? PromiseView.Aligned : PromiseView.Diverging,
        _ => PromiseView.OneSided,
    };
}

/// <summary>A sentence about a promise: who, when, where it stands and what it says.</summary>
public sealed record PromiseWord(
    string Interview, string Person, Role Role, DateOnly On, PromiseState State, Guid TurnId = default, int Start = 0, int Length = 0);

/// <param name="State">The gravest of the two sides' states.</param>
public sealed record PromiseLine(PromiseState State, PromiseSide Buyer, PromiseSide User, PromiseView View);

/// <summary>One side of one promise.</summary>
/// <param name="State">By the newest sentence; of one day's sentences the gravest stands.</param>
/// <param name="Said">Newest first.</param>
public sealed record PromiseSide(PromiseState State, IReadOnlyList<PromiseWord> Said)
{
    /// <summary>It was spoken of, and since then they have been heard without a word of it.</summary>
    public bool Faded { get; init; }

    /// <summary>Has a current voice: what faded is no voice, and so never agreement.</summary>
    public bool Speaks => State != PromiseState.NotMentioned && !Faded;
}

public enum PromiseView { Unknown, OneSided, Aligned, Diverging }
