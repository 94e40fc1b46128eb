using BenchmarkDotNet.Attributes;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Benchmarks;

/// <summary>One interview of six answers through the built-in coder; the target is over 200 interviews a second on one core.</summary>
[MemoryDiagnoser]
public class CoderBenchmark
{
    private static readonly (string Question, string Answer)[] Said =
    [
        ("Where do things stand today?", "We are live in two of the five depots. The others were to follow in March and I have put that on hold, the drivers had enough of new screens. The two we have are fine, mostly."),
        ("How is the daily plan made now?", "Petra opens the tool at six and looks at it. Then she goes to her own sheet, moves the vans the way she always has, and types the result in afterwards so that the numbers upstairs are right."),
        ("What gets in the way?", "The stock feed. It arrives at nine and by then the vans have left. And nobody can tell us who decides on the exceptions, so each depot does its own thing, one phones, one writes it on the door."),
        ("What results do you see?", "Failed deliveries went from 11 percent to 9. Whether that is the tool or the mild winter I could not say. The board wanted seven."),
        ("Who have you talked to about this?", "Nobody really. The account manager is a nice man and brings cake. I did not want to make a fuss before the summer."),
        ("What is planned from here?", "A second training for the evening shift, at some point. The contract runs until November and finance is asking two others for offers."),
    ];

    private BuiltInCoder coder = null!;
    private Transcript transcript = null!;

    [GlobalSetup]
    public void Load()
    {
        coder = BuiltInCoder.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
        transcript = new Transcript("benchmark", Role.Champion, Checkpoint.Day90, [.. Said.SelectMany((pair, i) => new[]
        {
            new TranscriptTurn(2 * i + 1, Speaker.Interviewer, pair.Question),
            new TranscriptTurn(2 * i + 2, Speaker.Participant, pair.Answer),
        })]);
    }

    [Benchmark]
    public int Interview() => coder.Code(transcript).Findings.Count;
}
