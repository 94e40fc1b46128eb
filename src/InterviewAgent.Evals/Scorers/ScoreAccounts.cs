namespace InterviewAgent.Evals.Scorers;

internal static class ScoreAccounts
{
    public static AccountScore Of(IReadOnlyList<LabelledJourney> gold, IReadOnlyDictionary<string, LabelledJourney> found)
    {
        var silent = new Presence(0, 0, 0);
        var risk = silent;
        int read = 0, same = 0;
        foreach (var journey in gold)
        {
            if (journey.Gold is not { } labels || found.GetValueOrDefault(journey.Id)?.Labels is not { } heard) continue;
            read++;
            silent += Flag(labels.SilentSufferer, heard.SilentSufferer);
            risk += Flag(labels.AtRisk, heard.AtRisk);
            if (labels.DriftFrom == heard.DriftFrom) same++;
        }
        return new AccountScore(read, silent, risk, read == 0 ? null : (double)same / read);
    }

    private static Presence Flag(bool gold, bool found) => new(gold && found ? 1 : 0, !gold && found ? 1 : 0, gold && !found ? 1 : 0);
}
