namespace InterviewAgent.Interviewing.Delivery;

/// <summary>A turn of the interviewer's for the respondent's own conversation, with whether it still waits for an answer.</summary>
internal static class ReadOutgoing
{
    internal static OutgoingTurn Of(Turn turn, Guid checkInId, bool current)
    {
        var said = HeldInterview.ReplyOf(turn, repeated: false);
        return new(turn.InterviewId, checkInId, said.TurnN, said.Move, said.Text, said.Offer, current);
    }
}
