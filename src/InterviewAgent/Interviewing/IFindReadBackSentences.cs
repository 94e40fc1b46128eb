namespace InterviewAgent.Interviewing;

/// <summary>
/// Which of a respondent's sentences are worth reading back: the ones on which findings rest. Interviewing asks,
/// Analysis answers, so that the respondent decides about the very words that will be used.
/// </summary>
public interface IFindReadBackSentences
{
    /// <summary>At most <paramref name="most"/> sentences, in the order they were said.</summary>
    IReadOnlyList<ReadBackSentence> Find(Accounts.Role role, Accounts.Checkpoint checkpoint, IReadOnlyList<Turn> turns, int most);
}
