namespace InterviewAgent.Interviewing.Moves;

/// <summary>The one thing the interviewer does next, in words still to be filled.</summary>
/// <param name="Text">Id of a fixed text that opens the turn; null: the question alone.</param>
/// <param name="Question">Id of the question asked or asked again; null: none.</param>
/// <param name="LeadIn">An acknowledgement of the closed list, or "Sorry, you covered that."</param>
/// <param name="Quote">The respondent's phrase of a quote probe.</param>
/// <param name="Again">True: the pending question is asked again and stays the pending one.</param>
/// <param name="Plain">True: in the guide's plain wording.</param>
public sealed record Move(
    MoveKind Kind, string? Text = null, string? Topic = null, string? Question = null, string? LeadIn = null,
    string? Quote = null, bool Again = false, bool Plain = false);
