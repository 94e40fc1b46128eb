using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Webhooks;

namespace InterviewAgent.Interviewing;

/// <summary>
/// Tells webhooks that an interview came to its end. Of one that is kept to totals nobody is told: in an account of two a message without a name says
/// who it was. Neither role nor checkpoint go along, which with two people would be a name; the dashboard shows them to whoever may open the link.
/// </summary>
internal static class InterviewCompleted
{
    internal static Task Raise(InterviewAgentDb db, HeldInterview held, DateTimeOffset now, CancellationToken cancellation) =>
        held.Interview.Visibility is Visibility.TotalsOnly or Visibility.Delete
            ? Task.CompletedTask
            : RaiseEvent.Run(db, WebhookEvents.InterviewCompleted, held.Account.Owner, () => new
            {
                Account = EventAccount.Of(held.Account), InterviewId = held.Interview.Id, Place = $"/interviews/{held.Interview.Id}",
            }, now, cancellation, held.Interview.Id);
}
