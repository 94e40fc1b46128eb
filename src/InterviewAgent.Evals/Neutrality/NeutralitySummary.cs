namespace InterviewAgent.Evals.Neutrality;

/// <summary>
/// Shares over all interviewer turns except the first and the last of each transcript, for everybody alike; fed one interview at
/// a time and of constant size, so that files of any length stream through.
/// </summary>
public sealed class NeutralitySummary
{
    private readonly SortedDictionary<int, long> lengths = [];
    private long strict, doubles, praise, evaluation, interpretation, closed, interviewerWords, participantWords;

    public long Interviews { get; private set; }

    /// <summary>Interviewer turns counted.</summary>
    public long Turns { get; private set; }

    /// <summary>Adds one interview: the measures of all its interviewer turns in order, and the participant's words.</summary>
    public void Add(IReadOnlyList<TurnMeasure> interviewer, long participantWordsSaid)
    {
        ArgumentNullException.ThrowIfNull(interviewer);
        Interviews++;
        participantWords += participantWordsSaid;
        interviewerWords += interviewer.Sum(turn => (long)turn.Words);
        for (var i = 1; i < interviewer.Count - 1; i++)
        {
            Count(interviewer[i]);
        }
    }

    /// <summary>Adds a question that stands alone, in a list: counted as it is.</summary>
    public void AddAlone(TurnMeasure question)
    {
        ArgumentNullException.ThrowIfNull(question);
        interviewerWords += question.Words;
        Count(question);
    }

    /// <summary>Shares from 0 to 1; null where no turn was counted.</summary>
    public NeutralityShares Shares() => new(
        Interviews, Turns, Share(strict), Share(doubles), Share(praise), Share(evaluation), Share(interpretation), Share(closed),
        MedianWords(),
        interviewerWords + participantWords == 0 ? null : interviewerWords / (double)(interviewerWords + participantWords));

    private void Count(TurnMeasure turn)
    {
        Turns++;
        strict += turn.StrictClean ? 1 : 0;
        doubles += turn.DoubleQuestion ? 1 : 0;
        praise += turn.Praise ? 1 : 0;
        evaluation += turn.Evaluation ? 1 : 0;
        interpretation += turn.Interpretation ? 1 : 0;
        closed += turn.Closed ? 1 : 0;
        lengths[turn.Words] = lengths.GetValueOrDefault(turn.Words) + 1;
    }

    private double? Share(long count) => Turns == 0 ? null : count / (double)Turns;

    /// <summary>The mean of the two middle lengths where the count is even.</summary>
    private double? MedianWords()
    {
        if (Turns == 0)
        {
            return null;
        }
        return (At((Turns - 1) / 2) + At(Turns / 2)) / 2.0;

        int At(long rank)
        {
            foreach (var (words, count) in lengths)
            {
                rank -= count;
                if (rank < 0)
                {
                    return words;
                }
            }
            return 0;
        }
    }
}

/// <summary>The summary as printed. Shares run from 0 to 1; words are counts.</summary>
/// <param name="TalkShare">The interviewer's words among all words, first and last turns included.</param>
public sealed record NeutralityShares(
    long Interviews, long Turns, double? StrictClean, double? DoubleQuestions, double? Praise, double? Evaluation,
    double? Interpretation, double? Closed, double? MedianWords, double? TalkShare);
