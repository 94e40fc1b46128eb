using InterviewAgent.Jobs;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Webhooks;

/// <summary>Sends what is due, many addresses at once, and notes what became of each.</summary>
internal sealed partial class SendWebhooks(WebhookRows rows, DeliverWebhook deliver, ILogger<SendWebhooks> logger) : ISweep
{
    private const int Round = 32, AtOnce = 16;

    public async Task<int> Run(CancellationToken cancellation)
    {
        for (var done = 0; ;)
        {
            var claimed = await rows.Take(Round, cancellation);
            if (claimed.Count == 0)
            {
                return done;
            }
            await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = CancellationToken.None }, async (one, _) => await Send(one, cancellation));
            cancellation.ThrowIfCancellationRequested();
            done += claimed.Count;
        }
    }

    private async Task Send(ClaimedDelivery one, CancellationToken cancellation)
    {
        try
        {
            var answer = await deliver.Run(one.To, one.Row, cancellation);
            await rows.Note(one, answer);
            if (!answer.Taken)
            {
                Log.NotTaken(logger, one.Row.Id, one.To.Id, one.Row.Attempts, answer.Status);
            }
        }
        catch (OperationCanceledException)
        {
            await rows.Release(one);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Webhook {Webhook} did not take delivery {Id} at attempt {Attempt}: {Status}.")]
        public static partial void NotTaken(ILogger logger, Guid id, Guid webhook, int attempt, string status);
    }
}
