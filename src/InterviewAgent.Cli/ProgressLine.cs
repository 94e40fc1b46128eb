using System.Diagnostics;
using System.Globalization;

namespace InterviewAgent.Cli;

/// <summary>How far long work is, on STDERR: in place at a terminal, a line every ten seconds in a log.</summary>
internal sealed class ProgressLine(TextWriter error, string what)
{
    private static readonly TimeSpan InPlace = TimeSpan.FromMilliseconds(200), InLog = TimeSpan.FromSeconds(10);
    private readonly Stopwatch running = Stopwatch.StartNew();
    private TimeSpan next = TimeSpan.FromSeconds(2);

    public void Tell(int done, int of)
    {
        if (running.Elapsed < next)
        {
            return;
        }
        var place = !Console.IsErrorRedirected;
        next = running.Elapsed + (place ? InPlace : InLog);
        var line = string.Create(CultureInfo.InvariantCulture, $"{done} of {of} {what}, {done / running.Elapsed.TotalSeconds:0} a second");
        if (place)
        {
            error.Write($"\r{line}    {(done == of ? "\n" : "")}");
        }
        else
        {
            error.WriteLine(line);
        }
    }
}
