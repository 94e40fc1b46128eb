using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Webhooks;

/// <summary>Takes an interview's events back, sent or not: it was erased, or is kept to totals from now on. In the caller's transaction.</summary>
internal static class ForgetEvents
{
    public static Task Of(InterviewAgentDb db, Guid interviewId, CancellationToken cancellation) =>
        db.WebhookDeliveries.Where(row => row.InterviewId == interviewId).ExecuteDeleteAsync(cancellation);
}
