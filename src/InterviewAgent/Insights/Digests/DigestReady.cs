namespace InterviewAgent.Insights.Digests;

/// <summary>What webhooks are told of a digest: its id, its week, and its own counts.</summary>
internal static class DigestReady
{
    public static object Of(Digest digest, DigestFacts facts) => new
    {
        DigestId = digest.Id, digest.Week, facts.Owner,
        Counts = new { facts.Now.Accounts, facts.Now.Heard, facts.Now.People, Flags = facts.InBudget },
        Place = FormattableString.Invariant($"/digest?week={digest.Week:yyyy-MM-dd}"),
    };
}
