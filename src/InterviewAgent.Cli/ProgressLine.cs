using System.Diagnostics;
using System.Globalization;

namespace InterviewAgent.Cli;

/// <summary>How far long work is, on STDERR: in place at a terminal, a line every ten seconds in a log.</summary>
internal sealed class ProgressLine(TextWriter error, string what)
{
    private static readonly TimeSpan InPlace = TimeSpan.FromMilliseconds(200), InLog = TimeSpan.FromSeconds(10);
    private readonly Stopwatch running = Stopwatch.StartNew();
    private TimeSpan next = TimeSpan.FromSeconds(2);

    /// <summary>Where nobody knows how much it will be.</summary>
    public void Tell(int done) => Tell(done, done, "{0} {2}, {3:0} a second");

    public void Tell(int done, int of) => Tell(done, of, "{0} of {1} {2}, {3:0} a second");

    private void Tell(int done, int of, string words)
    {
        if (running.Elapsed < next)
        {
            return;
        }
        var place = !Console.IsErrorRedirected;
        next = running.Elapsed + (place ? InPlace : InLog);
        var line = string.Format(CultureInfo.InvariantCulture, words, done, of, what, done / running.Elapsed.TotalSeconds);
        if (place)
        {
            error.Write($"\r{line}    {(done == of && words.Contains("{1}", StringComparison.Ordinal) ? "\n" : "")}");
        }
        else
        {
            error.WriteLine(line);
        }
    }
}
