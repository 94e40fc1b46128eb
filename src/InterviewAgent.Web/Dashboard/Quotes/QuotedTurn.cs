using InterviewAgent.Accounts;
using InterviewAgent.Privacy;

namespace InterviewAgent.Web.Dashboard.Quotes;

/// <summary>Shown words, and the turn they open.</summary>
public sealed record QuotedTurn(Guid FindingId, Guid InterviewId, int TurnN, Checkpoint Checkpoint, ShownQuote Shown)
{
    public string Href => $"/interviews/{InterviewId}#turn-{TurnN}";
}
