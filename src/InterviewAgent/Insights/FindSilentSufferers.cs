namespace InterviewAgent.Insights;

/// <summary>Which accounts suffer in silence, and which are at risk aloud: the list a CS leader starts the week with.</summary>
public sealed class FindSilentSufferers(GatherVoices gather)
{
    /// <summary>Every account asked for with its reading: silent sufferers first, then at risk, then the rest.</summary>
    public async Task<IReadOnlyList<ReadAccountOf>> Among(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken = default) =>
        InOrder((await gather.Of(accountIds, cancellationToken))
            .Select(voice => new ReadAccountOf(Guid.Parse(voice.Id), ReadAccount.Read(voice))));

    /// <summary>By kinds with quotes, then people, then newest (DESIGN.md); kinds are counted, never weighed against each other.</summary>
    public static IReadOnlyList<ReadAccountOf> InOrder(IEnumerable<ReadAccountOf> accounts) =>
        [.. accounts.OrderByDescending(account => account.Reading.SilentSufferer).ThenByDescending(account => account.Reading.AtRisk)
            .ThenByDescending(account => account.Reading.Evidence.Count(kind => kind.IsQuoted))
            .ThenByDescending(account => account.Reading.Evidence.Sum(kind => kind.People))
            .ThenByDescending(account => account.Reading.Evidence.Select(kind => kind.Latest).DefaultIfEmpty().Max())
            .ThenBy(account => account.AccountId)];
}

/// <summary>An account's id with what is read of it.</summary>
public sealed record ReadAccountOf(Guid AccountId, AccountReading Reading);
