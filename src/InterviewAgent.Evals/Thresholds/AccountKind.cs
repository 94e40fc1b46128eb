using System.Text.Json.Serialization;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>What an account is, whatever any rule says of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountKind>))]
public enum AccountKind
{
    [JsonStringEnumMemberName("healthy")] Healthy,
    [JsonStringEnumMemberName("bland")] Bland,
    [JsonStringEnumMemberName("chatty complainer")] ChattyComplainer,
    [JsonStringEnumMemberName("silent sufferer")] SilentSufferer,
    [JsonStringEnumMemberName("polite sufferer")] PoliteSufferer,
    [JsonStringEnumMemberName("at risk")] AtRisk,
}

/// <summary>The account's own labels: fine, suffering in silence, or at risk aloud.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountLabel>))]
public enum AccountLabel
{
    [JsonStringEnumMemberName("fine")] Fine,
    [JsonStringEnumMemberName("silent")] Silent,
    [JsonStringEnumMemberName("at risk")] AtRisk,
}

public static class AccountKinds
{
    public static IReadOnlyList<AccountKind> All { get; } = Enum.GetValues<AccountKind>();

    public static AccountLabel Label(this AccountKind kind) => kind switch
    {
        AccountKind.SilentSufferer or AccountKind.PoliteSufferer => AccountLabel.Silent,
        AccountKind.AtRisk => AccountLabel.AtRisk,
        _ => AccountLabel.Fine,
    };

    public static AccountLabel Label(AccountLabels gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        return gold.SilentSufferer ? AccountLabel.Silent : gold.AtRisk ? AccountLabel.AtRisk : AccountLabel.Fine;
    }

    /// <summary>
    /// The kinds of labelled accounts, by their labels alone: of the fine ones the third with fewest labelled frictions an interview is
    /// bland and the third with most a chatty complainer; of the silent ones the half with the better tone is polite.
    /// </summary>
    public static IReadOnlyDictionary<string, AccountKind> Of(IReadOnlyCollection<LabelledJourney> journeys)
    {
        ArgumentNullException.ThrowIfNull(journeys);
        var kinds = new Dictionary<string, AccountKind>();
        var labels = journeys.ToLookup(journey => Label(journey.Gold!));
        var fine = labels[AccountLabel.Fine].OrderBy(Frictions).ThenBy(journey => journey.Id, StringComparer.Ordinal).ToList();
        for (var i = 0; i < fine.Count; i++)
        {
            kinds[fine[i].Id] = 3 * i < fine.Count ? AccountKind.Bland : 3 * i < 2 * fine.Count ? AccountKind.Healthy : AccountKind.ChattyComplainer;
        }
        var silent = labels[AccountLabel.Silent].OrderBy(Tone).ThenBy(journey => journey.Id, StringComparer.Ordinal).ToList();
        for (var i = 0; i < silent.Count; i++)
        {
            kinds[silent[i].Id] = 2 * i < silent.Count ? AccountKind.SilentSufferer : AccountKind.PoliteSufferer;
        }
        foreach (var journey in labels[AccountLabel.AtRisk])
        {
            kinds[journey.Id] = AccountKind.AtRisk;
        }
        return kinds;
    }

    private static double Frictions(LabelledJourney journey) =>
        (journey.Interviews ?? []).Select(interview => (double)(interview.Gold?.Frictions?.Count ?? 0)).DefaultIfEmpty().Average();

    private static double Tone(LabelledJourney journey) =>
        (journey.Interviews ?? []).SelectMany(interview => interview.Gold?.Sentiment?.Turns ?? []).Select(turn => (double)turn.Value).DefaultIfEmpty().Average();
}
