using System.Data.Common;
using InterviewAgent.Telemetry;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewAgent.Storage;

/// <summary>How long commits take, as a span of whatever was committed. Comes after the provider's own interceptors, so that their wait for the disk counts.</summary>
internal sealed class MeasureCommits : DbTransactionInterceptor
{
    public static MeasureCommits Always { get; } = new();

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData.StartTime);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData.StartTime);
        return Task.CompletedTask;
    }

    private static void Tell(DateTimeOffset began)
    {
        if (Spans.AreHeard)
        {
            Spans.Was("commit", began);
        }
        Figures.Commit.Took(DateTimeOffset.UtcNow - began);
    }
}
