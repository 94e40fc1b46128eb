using BenchmarkDotNet.Attributes;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Benchmarks;

/// <summary>Fold of an interview of twenty turns, assessment of the answer, and the move.</summary>
[MemoryDiagnoser]
public class ChooseMoveBenchmark
{
    private const string Answer = "Last week we had to plan twice, mostly in my own sheet, and then copy it over by hand.";
    private readonly AssessAnswer assess;
    private readonly Guide guide;
    private readonly List<Turn> turns = [];
    private readonly Budget budget = new();

    public ChooseMoveBenchmark()
    {
        var prompts = Path.Combine(AppContext.BaseDirectory, "prompts");
        assess = AssessAnswer.Load(prompts);
        guide = GuideLibrary.Load(prompts, NeutralityGate.Load(prompts)).For(Side.User, Phase.Early);
        for (var n = 1; n <= 20; n++)
            turns.Add(n % 2 == 1
                ? new Turn { N = n, Speaker = Speaker.Interviewer, Text = "What happened next?", Move = MoveKind.CoreQuestion, Topic = "t" + n, Question = "t" + n }
                : new Turn { N = n, Speaker = Speaker.Participant, Text = Answer, Intent = n == 2 ? Intent.Consent : Intent.Answer });
    }

    [Benchmark]
    public Move Choose() => ChooseMove.Choose(guide, InterviewState.Of(turns), assess.Of(Answer, []), budget, seed: 1);
}
