using InterviewAgent.Accounts;

namespace InterviewAgent.Insights;

/// <summary>
/// What was promised against what each side said last about it. Which sentences are about a promise is decided by shared words of
/// its text and workflow; how a side sees it, by the codes that rest on those sentences. A missing voice is never agreement.
/// </summary>
public static class PromiseLedger
{
    /// <param name="sentences">Sentences with findings, as shown to the viewer; hidden ones are not among them.</param>
    public static PromiseLine Of(string promise, string? workflow, IReadOnlyCollection<PromiseSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(sentences);
        var words = Keywords($"{promise} {workflow}");
        var about = sentences.Where(sentence => words.Count > 0 && Keywords(sentence.Words).Count(words.Contains) >= Math.Min(2, words.Count)).ToList();
        var (buyer, user) = (Latest(about, Side.Buyer), Latest(about, Side.User));
        return new PromiseLine(buyer, user, (buyer, user) switch
        {
            (null, null) => PromiseView.Unknown,
            (null, _) or (_, null) => PromiseView.OneSided,
            var (one, other) when one.Holds == other.Holds => PromiseView.Aligned,
            _ => PromiseView.Diverging,
        });
    }

    private static PromiseSentence? Latest(List<PromiseSentence> about, Side side) =>
        about.Where(sentence => sentence.Role.Side() == side).MaxBy(sentence => sentence.On);

    /// <summary>Words of five letters or more (shorter ones are in every sentence), cut to six so that "visits" meets "visit" and "planned" meets "planning".</summary>
    private static HashSet<string> Keywords(string text) =>
        [.. new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 5)
            .Select(word => word[..Math.Min(6, word.Length - (word[^1] == 's' ? 1 : 0))])];
}

/// <param name="Finding">Id of the finding that rests on it.</param>
/// <param name="Holds">True: adoption evidence; false: friction or drift.</param>
public sealed record PromiseSentence(string Finding, string Words, Role Role, DateOnly On, bool Holds);

/// <summary>The two sides' latest sentences about one promise; null: nothing heard from that side.</summary>
public sealed record PromiseLine(PromiseSentence? Buyer, PromiseSentence? User, PromiseView View);

public enum PromiseView { Unknown, OneSided, Aligned, Diverging }
