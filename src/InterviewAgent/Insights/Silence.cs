namespace InterviewAgent.Insights;

/// <summary>People who were invited and did not answer. Those who declined used a right and are not counted.</summary>
internal static class Silence
{
    /// <summary>A reading of its own from two silent people on, when they are at least half of those invited last.</summary>
    public static Evidence? Of(AccountVoice voice)
    {
        var latest = voice.CheckIns.Where(checkIn => checkIn.Invited && !checkIn.Declined)
            .GroupBy(checkIn => checkIn.Person).Select(person => person.MaxBy(checkIn => checkIn.Due)).ToList();
        var silent = latest.Where(checkIn => !checkIn!.Completed).ToList();
        return silent.Count >= 2 && silent.Count * 2 >= latest.Count
            ? new Evidence(EvidenceKind.Silence, [], silent.Count, false, silent.Max(checkIn => checkIn!.Due))
            : null;
    }
}
