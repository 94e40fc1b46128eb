using InterviewAgent.Insights.Digests;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>
/// With a model: why the call is due, its facts joined into a few sentences that each name theirs. What names none, or says a number that its facts do
/// not, is dropped, and where nothing is left the template stands. What may be named, asked or not mentioned is never a model's to word.
/// </summary>
public sealed class WordCallNote(JoinFacts join, DigestTexts texts)
{
    public bool IsConfigured => join.IsConfigured;

    public async Task<CallNote> Run(CallNote note, CallNoteFacts facts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(facts);
        var kept = join.IsConfigured ? await join.Of(facts.Account.Id, facts.Account.Name, Facts(note, facts), cancellation) : [];
        return kept.Count > 0 ? note with { WhyNow = string.Join(' ', kept), IsWorded = true } : note;
    }

    /// <summary>By id; counts and kinds, no words of respondents and no names.</summary>
    internal Dictionary<string, string> Facts(CallNote note, CallNoteFacts facts)
    {
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        foreach (var fact in note.Changed.Prepend(note.WhyNow).Concat(facts.Evidence.Select(texts.Evidence)).Concat(note.LastTime))
        {
            known[FormattableString.Invariant($"f{known.Count + 1}")] = fact;
        }
        return known;
    }
}
