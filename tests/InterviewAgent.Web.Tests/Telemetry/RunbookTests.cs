using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using InterviewAgent.Jobs;
using InterviewAgent.Telemetry;
using InterviewAgent.Web.Telemetry;
using InterviewAgent.Web.Tests.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Telemetry;

/// <summary>The runbook names what exists: whoever copies a metric's name into an alarm gets figures.</summary>
public sealed partial class RunbookTests
{
    private static readonly string Runbook = File.ReadAllText(Path.Combine(Root(), "src", "RUNBOOK.md"));

    [Fact]
    public async Task Each_alarm_names_a_metric_that_exists()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using Site site = new() { Settings = receiver.Settings };
        await (await Invited.To(site)).Opens();
        HashSet<string> published = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (new[] { Figures.MeterName, MeasureWork.MeterName }.Concat(TelemetrySetup.FrameworkMeters).Contains(instrument.Meter.Name))
                {
                    published.Add(instrument.Name);
                }
            },
        };
        listener.Start();
        var alarms = Alarm().Matches(Runbook).Select(match => match.Groups["metric"].Value).ToList();
        Assert.Equal(10, alarms.Count);
        Assert.Empty(alarms.Except(published));
        Assert.All(Named().Matches(Runbook).Select(match => match.Groups[1].Value), name => Assert.Contains(name, published));
        Assert.DoesNotContain(published, name => name.StartsWith("interviewagent.", StringComparison.Ordinal) && !Runbook.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Queues_and_sweeps_are_called_in_the_runbook_as_in_the_figures()
    {
        await using Site site = new();
        var queues = site.Services.GetServices<WaitingWork>().Select(work => work.Queue).ToList();
        Assert.Empty(QueueOf().Matches(Runbook).Select(match => match.Groups[1].Value).Except(queues));
        Assert.Equal(["analysis", "arrivals", "insights", "invitations", "model coding", "outbox", "owed replies"], queues.Order());
    }

    [Fact]
    public async Task What_waits_is_counted_with_its_age()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using Site site = new() { Settings = receiver.Settings };
        var invited = await Invited.To(site);
        await (await invited.Chats()).Say("Yes, start");
        await site.With(async db =>
        {
            var interview = db.Interviews.Single();
            interview.ReplyOwedSince = site.Clock.GetUtcNow().AddSeconds(-90);
            await db.SaveChangesAsync();
        });
        List<(string Name, string Queue, double Value)> seen = [];
        await site.Services.GetRequiredService<MeasureWork>().Run();
        using MeterListener listener = new() { InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.Contains(seen, one => one is { Name: "interviewagent.queue.depth", Queue: "owed replies", Value: 1 });
        Assert.Contains(seen, one => one is { Name: "interviewagent.queue.age", Queue: "owed replies", Value: >= 89 and < 300 });
        Assert.Contains(seen, one => one is { Name: "interviewagent.queue.depth", Queue: "insights", Value: >= 1 });

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (instrument.Meter.Name == MeasureWork.MeterName && tags.Length > 0)
            {
                seen.Add((instrument.Name, (string)tags[0].Value!, value));
            }
        }
    }

    private static string Root()
    {
        var folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
        while (!File.Exists(Path.Combine(folder, "InterviewAgent.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        return folder;
    }

    [GeneratedRegex(@"^\| \d+ \| [^|]+\| `(?<metric>[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Alarm();

    [GeneratedRegex("`(interviewagent[.][a-z_.]+|gen_ai[.][a-z_.]+|http[.]server[.][a-z_.]+|dotnet[.][a-z_.]+)`")]
    private static partial Regex Named();

    [GeneratedRegex("`interviewagent.queue.age` of `([^`]+)`")]
    private static partial Regex QueueOf();
}
