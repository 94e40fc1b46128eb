namespace InterviewAgent.Insights.Digests;

/// <summary>
/// With a model: the facts of each flagged account joined into a few sentences, each of which must name its facts. What names none, or says a number that its
/// facts do not, is dropped; where nothing is left, the template's sentence stands. Never inside a transaction.
/// </summary>
public sealed class WordDigest(JoinFacts join, DigestTexts texts)
{
    public async Task Run(Digest digest, DigestFacts facts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(facts);
        if (!join.IsConfigured)
        {
            return;
        }
        var flags = facts.Flags.ToDictionary(flag => flag.Id);
        foreach (var claim in digest.Claims.Where(claim => claim.FlagId is not null))
        {
            var flag = flags[claim.FlagId!.Value];
            var kept = await join.Of(flag.AccountId, flag.Account, Facts(flag), cancellation);
            claim.Text = kept.Count > 0 ? string.Join(' ', kept) : claim.Text;
        }
    }

    /// <summary>By id; counts and kinds, no words of respondents.</summary>
    internal Dictionary<string, string> Facts(DigestFlag flag)
    {
        Dictionary<string, string> facts = new(StringComparer.Ordinal) { ["f1"] = texts.Detail(flag), ["f2"] = flag.Why };
        foreach (var kind in flag.Evidence)
        {
            facts[FormattableString.Invariant($"f{facts.Count + 1}")] = texts.Evidence(kind);
        }
        return facts;
    }
}
