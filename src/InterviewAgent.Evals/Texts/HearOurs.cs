using System.Diagnostics;
using InterviewAgent.Analysis;

namespace InterviewAgent.Evals.Texts;

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
            var watch = Stopwatch.StartNew();
            foreach (var text in texts) ear.Of(text);
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }
        return new TextHearing("ours", [.. heard.Select(text => text.Score)], [.. heard.Select(text => text.Polarity)], [.. heard.Select(text => text.IsMixed)], texts.Count / best);
    }
}
