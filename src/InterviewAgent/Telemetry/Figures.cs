using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace InterviewAgent.Telemetry;

/// <summary>The product's counters and durations. Tags are words of the product's own (a rule, a queue, an outcome): few values, nobody's data.</summary>
public static class Figures
{
    /// <summary>To be listened to by whoever exports.</summary>
    public const string MeterName = "InterviewAgent";

    // The semantic conventions' own bounds for durations (opentelemetry.io/docs/specs/semconv/http/http-metrics), in seconds.
    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60] };

    private static readonly Meter Meter = new(MeterName);

    /// <summary>By channel, and whether the reply was said at once or is owed. A message that the channel brought again is not counted.</summary>
    public static Counter<long> Answers { get; } =
        Meter.CreateCounter<long>("interviewagent.answers", "{answer}", "Messages of respondents that were taken in.");

    /// <summary>From the message to the stored answer with its reply, or with the mark that one is owed.</summary>
    public static Histogram<double> AnswerTaken { get; } =
        Meter.CreateHistogram("interviewagent.answer.duration", "s", "Time to take an answer in.", tags: null, Seconds);

    /// <summary>By move and by who worded it: "template" or "model".</summary>
    public static Counter<long> Replies { get; } =
        Meter.CreateCounter<long>("interviewagent.replies", "{reply}", "Replies that were stored.");

    /// <summary>One for each rule that a draft broke, "none" for a clean draft; by severity, source and whether this draft was shown.</summary>
    public static Counter<long> Verdicts { get; } =
        Meter.CreateCounter<long>("interviewagent.gate.verdicts", "{verdict}", "Verdicts of the neutrality gate on drafts.");

    /// <summary>By reason.</summary>
    public static Counter<long> Escalations { get; } =
        Meter.CreateCounter<long>("interviewagent.escalations", "{escalation}", "Things that a named human must look at.");

    /// <summary>By role and outcome.</summary>
    public static Counter<long> ModelCalls { get; } =
        Meter.CreateCounter<long>("interviewagent.model.calls", "{call}", "Calls of a language model, retries counted as one.");

    /// <summary>Millionths of the settings' currency, by role.</summary>
    public static Counter<long> ModelCost { get; } =
        Meter.CreateCounter<long>("interviewagent.model.cost", "u{currency}", "What models cost, in millionths of the currency.");

    /// <summary>As the semantic conventions for generative AI name it.</summary>
    public static Histogram<double> ModelDuration { get; } =
        Meter.CreateHistogram("gen_ai.client.operation.duration", "s", "Time of a model call, retries included.", tags: null, Seconds);

    public static Counter<long> ModelTokens { get; } =
        Meter.CreateCounter<long>("interviewagent.model.tokens", "{token}", "Tokens that models read and wrote.");

    /// <summary>By coder and outcome.</summary>
    public static Counter<long> Coded { get; } =
        Meter.CreateCounter<long>("interviewagent.interviews.coded", "{interview}", "Interviews that were coded, or could not be.");

    /// <summary>By kind, and whether it is new or was taken back before.</summary>
    public static Counter<long> FlagsOpened { get; } =
        Meter.CreateCounter<long>("interviewagent.flags.opened", "{flag}", "Flags that were opened.");

    /// <summary>By channel and outcome.</summary>
    public static Counter<long> Sent { get; } =
        Meter.CreateCounter<long>("interviewagent.messages.sent", "{message}", "Messages that left, or should have: mail and called channels.");

    /// <summary>By sweep and outcome.</summary>
    public static Histogram<double> Sweep { get; } =
        Meter.CreateHistogram("interviewagent.sweep.duration", "s", "Time of one run of a sweep.", tags: null, Seconds);

    /// <summary>By sweep.</summary>
    public static Counter<long> SweepRows { get; } =
        Meter.CreateCounter<long>("interviewagent.sweep.rows", "{row}", "Rows that sweeps did.");

    /// <summary>From the commit's begin until the disk has it.</summary>
    public static Histogram<double> Commit { get; } =
        Meter.CreateHistogram("interviewagent.commit.duration", "s", "Time of a commit of the store.", tags: null, Seconds);

    /// <summary>With one or more tags, and nothing to be allocated while nobody listens.</summary>
    public static void Count(this Counter<long> counter, long count, params ReadOnlySpan<(string Name, object? Value)> tags)
    {
        ArgumentNullException.ThrowIfNull(counter);
        if (counter.Enabled)
        {
            counter.Add(count, Of(tags));
        }
    }

    public static void Took(this Histogram<double> histogram, TimeSpan time, params ReadOnlySpan<(string Name, object? Value)> tags)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        if (histogram.Enabled)
        {
            histogram.Record(time.TotalSeconds, Of(tags));
        }
    }

    private static TagList Of(ReadOnlySpan<(string Name, object? Value)> tags)
    {
        TagList list = new();
        foreach (var (name, value) in tags)
        {
            list.Add(name, value is Enum word ? word.ToString() : value);
        }
        return list;
    }
}
