namespace InterviewAgent.Storage;

/// <summary>
/// Which start of the operating system this is. What a process has written survives its death, on the disk or not yet; only the end of the
/// system loses what had not reached the disk. So a row that was left behind under the same id says all that had been written.
/// </summary>
internal static class BootId
{
    private const string Source = "/proc/sys/kernel/random/boot_id";

    /// <summary>Null where the system does not say.</summary>
    public static string? Here { get; } = Read();

    private static string? Read()
    {
        try
        {
            return File.Exists(Source) ? File.ReadAllText(Source).Trim() : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
