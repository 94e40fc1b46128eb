namespace InterviewAgent.Storage.Sqlite;

/// <summary>
/// Brings the write-ahead log to the disk: all that was committed before the call, with one flush for everybody who asks meanwhile.
/// SQLite does the same on its own with synchronous=FULL, but one commit after the other and while it holds the writer's lock.
/// </summary>
internal sealed class FlushLog(string database)
{
    private readonly string log = database + "-wal";
    private readonly Lock gate = new();
    private TaskCompletionSource next = New();
    private bool wanted;
    private bool running;

    /// <summary>Flushes so far.</summary>
    public int Flushes { get; private set; }

    /// <exception cref="IOException">The disk did not take it: what was committed may not survive a power cut.</exception>
    public Task Flush()
    {
        lock (gate)
        {
            wanted = true;
            if (!running)
            {
                running = true;
                _ = Task.Run(Work);
            }

            return next.Task;
        }
    }

    private void Work()
    {
        while (true)
        {
            TaskCompletionSource waiting;
            lock (gate)
            {
                if (!wanted)
                {
                    running = false;
                    return;
                }

                (waiting, next, wanted) = (next, New(), false);
            }

            try
            {
                ToDisk();
                Flushes++;
                waiting.SetResult();
            }
#pragma warning disable CA1031 // Whoever waits is told what happened, whatever it was.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                waiting.SetException(failure);
            }
        }
    }

    // Opened anew each time: a checkpoint on close deletes the log, and the next writer makes another file of that name. SQLite locks
    // the database and the index file, never the log, so that closing this handle takes no lock away.
    private void ToDisk()
    {
        try
        {
            using var file = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(file);
        }
        catch (FileNotFoundException)
        {
            // All of it was moved into the database and flushed there.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
