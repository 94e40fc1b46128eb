namespace InterviewAgent.Jobs;

/// <summary>One row that fails must not keep the others from being done: it comes first again at the next sweep.</summary>
internal static class EachAlone
{
    /// <exception cref="AggregateException">Some failed; all others were done.</exception>
    public static async Task Do<T>(IEnumerable<T> rows, Func<T, Task> work)
    {
        List<Exception> failures = [];
        foreach (var row in rows)
        {
            try
            {
                await work(row);
            }
#pragma warning disable CA1031 // All of them are thrown below.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failures.Add(failure);
            }
        }
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}
