namespace InterviewAgent.Insights;

/// <summary>The numbers of the sentence that stands first: "voice from 31 of 84 accounts, 57 people; 12 invited are silent".</summary>
/// <param name="Heard">Accounts with at least one ended interview.</param>
/// <param name="WithEnoughVoice">Of them, accounts with at least two people and three completed interviews.</param>
/// <param name="People">People who were heard.</param>
/// <param name="Silent">People who were invited, did not decline, and have never completed one.</param>
public sealed record Coverage(int Accounts, int Heard, int WithEnoughVoice, int People, int Silent)
{
    public static Coverage Of(IReadOnlyCollection<AccountVoice> voices)
    {
        ArgumentNullException.ThrowIfNull(voices);
        return new Coverage(
            voices.Count, voices.Count(voice => voice.Interviews.Count > 0), voices.Count(EnoughVoice.Has),
            voices.Sum(voice => voice.Interviews.Select(interview => interview.Person).Distinct().Count()), voices.Sum(NeverAnswered));
    }

    private static int NeverAnswered(AccountVoice voice) => voice.CheckIns.GroupBy(checkIn => checkIn.Person).Count(person =>
        person.Any(checkIn => checkIn.Invited) && !person.Any(checkIn => checkIn.Completed || checkIn.Declined));
}
