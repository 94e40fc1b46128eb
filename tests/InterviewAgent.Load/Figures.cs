using System.Globalization;

namespace InterviewAgent.Load;

/// <summary>What one bot did in one round. Times in milliseconds, processor time of the bot alone, memory in MB (resident, the highest seen).</summary>
internal sealed record Figures(
    string Name, int Messages, double PerSecond, double AckMedian, double Ack95, double AnswerMedian, double Answer95, double Processor, long Memory, int Failed)
{
    public static Figures Of(string name, IReadOnlyList<(double Acknowledged, double Answered)> taken, TimeSpan took, TimeSpan processor, long memory, int failed)
    {
        double[] acknowledged = [.. taken.Select(one => one.Acknowledged).Order()];
        double[] answered = [.. taken.Select(one => one.Answered).Order()];
        return new(name, taken.Count, taken.Count / took.TotalSeconds, At(acknowledged, 0.5), At(acknowledged, 0.95), At(answered, 0.5), At(answered, 0.95), processor.TotalMilliseconds / taken.Count, memory, failed);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: {Messages} messages, {PerSecond:0} a second; acknowledged median {AckMedian:0.0} ms, p95 {Ack95:0.0} ms; answered median {AnswerMedian:0.0} ms, p95 {Answer95:0.0} ms; {Processor:0.0} ms of processor a message; {Memory} MB; {Failed} failed");

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];
}
