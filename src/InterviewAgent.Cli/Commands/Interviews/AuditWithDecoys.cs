using System.Globalization;
using InterviewAgent.Cli.Commands.Evals;
using InterviewAgent.Evals.Respondents;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Cli.Commands.Interviews;

/// <summary><c>interview-agent simulate --personas FOLDER --decoys FILE</c>: how far slanted wordings move the reading.</summary>
internal static class AuditWithDecoys
{
    internal static async Task<int> Run(PersonaPlay play, string decoys, double givesWay, bool json, TextWriter output, CancellationToken cancellation)
    {
        if (givesWay is < 0 or > 1 or double.NaN) throw new BadInputException("--gives-way", "it is no share", "Write a number from 0 to 1.");
        var (personas, reading) = Persona.LoadAll(play.Folder, play.Reading);
        var audit = new AuditDecoys(Product.Settings(), play.Prompts ?? EvalsFolder.Prompts, personas, reading, Decoy.LoadAll(decoys), givesWay);
        var report = await Progress.Of("decoys", progress => audit.Run(play.Each, play.Seed, progress, cancellation).GetAwaiter().GetResult(), cancellation);
        if (json) Json.Write(output, report);
        else Write(output, report);
        return Exit.Ok;
    }

    private static void Write(TextWriter output, DecoyReport report)
    {
        output.WriteLine(F($"Prompts {report.Prompts}: {report.Interviews} interviews, each held neutrally and twice with every decoy; slanted less neutral, 95 % intervals by persona"));
        foreach (var row in report.Decoys)
        {
            output.WriteLine();
            output.WriteLine(F($"{row.Id}, leans to {row.Leans} news: the gate would have stopped {row.Stopped} of {row.Slanted} slanted turns"));
            Write(output, "words alone, nobody gives way", row.WordsAlone);
            Write(output, F($"{100 * report.GivesWay:0} % of slanted questions given way to"), row.GivingWay);
        }
    }

    private static void Write(TextWriter output, string who, ReadingShift shift)
    {
        output.WriteLine("  " + who);
        output.WriteLine($"    tone, -2 to 2 {Say(shift.Tone, 1)}   planted facts told, points {Say(shift.Told, 100)}");
        output.WriteLine($"    frictions and drifts an interview {Say(shift.Frictions, 1)}   evidence and commitments {Say(shift.Evidence, 1)}");
    }

    private static string Say(ClusterDifference shift, double times) => shift.Ties == shift.Items ? "0 (nothing moved)" : shift is { Low: { } low, High: { } high }
        ? F($"{times * shift.Estimate:+0.00;-0.00;0.00} ({times * low:0.00} to {times * high:0.00})") : F($"{times * shift.Estimate:+0.00;-0.00;0.00} (too few personas for an interval)");

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
