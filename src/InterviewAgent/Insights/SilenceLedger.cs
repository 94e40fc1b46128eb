namespace InterviewAgent.Insights;

/// <summary>
/// How far the invitations of an account got. Responders renew far more often than non-responders whatever they say, so silence is
/// read for itself; declining is a right and stands apart. Each step holds those who got at least so far.
/// </summary>
/// <param name="Silent">People whose latest invitation brought neither a first answer nor a refusal.</param>
public sealed record SilenceLedger(
    int Invited, int Opened, int Consented, int Answered, int BrokeOff, int Completed, int Declined, int Silent)
{
    public static SilenceLedger Of(AccountVoice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        var invited = voice.CheckIns.Where(checkIn => checkIn.Invited || checkIn.Completed).ToList();
        var latest = invited.GroupBy(checkIn => checkIn.Person).Select(person => person.MaxBy(checkIn => checkIn.Due)!);
        return new SilenceLedger(
            invited.Count, invited.Count(checkIn => checkIn.Opened || GotTo(checkIn, 2)), invited.Count(checkIn => GotTo(checkIn, 2)),
            invited.Count(checkIn => GotTo(checkIn, 3)), invited.Count(checkIn => checkIn.BrokeOff), invited.Count(checkIn => checkIn.Completed),
            invited.Count(checkIn => checkIn.Declined), latest.Count(checkIn => !GotTo(checkIn, 3) && !checkIn.Declined));
    }

    /// <summary>An imported funnel may hold the last step alone: who finished has been through all.</summary>
    private static bool GotTo(HeardCheckIn checkIn, int step) =>
        checkIn.Completed || checkIn.BrokeOff || checkIn.Answered || step <= 2 && checkIn.Consented;
}
