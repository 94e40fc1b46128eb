namespace InterviewAgent.Privacy;

/// <summary>Characters <paramref name="Start"/> to Start + Length of one turn, in UTF-16 units of the stored text.</summary>
public readonly record struct WordSpan(Guid TurnId, int Start, int Length)
{
    internal int End => Start + Length;
}
