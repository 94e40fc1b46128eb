using InterviewAgent.Analysis;

namespace InterviewAgent.Evals.Texts;

/// <summary>Times in seconds of processor, not of the clock: on a machine that others use too, the clock measures them.</summary>
public static class HearOurs
{
    private const int Rounds = 5;

    public static TextHearing Of(HearText ear, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(ear);
        ArgumentNullException.ThrowIfNull(texts);
        var heard = texts.Select(ear.Of).ToList();
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var text in texts) ear.Of(text);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        return new TextHearing("ours", [.. heard.Select(text => text.Score)], [.. heard.Select(text => text.Polarity)], [.. heard.Select(text => text.IsMixed)], texts.Count / best);
    }
}
