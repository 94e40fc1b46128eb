using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Tests.Evals.Runs;

public sealed class RunSuiteTests
{
    private static readonly RunHeader Header = new("s", "gate", "set", "dev", new Provenance("p", "r", "d", "e"), new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void An_interrupted_run_goes_on_where_it_stopped()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("run.jsonl");
        List<string> asked = [];
        using var stop = new CancellationTokenSource();
        var samples = new[] { "a", "b", "c" }.Select(id => Sample(id, asked, () => { if (id == "b") stop.Cancel(); })).ToList();
        Assert.Throws<OperationCanceledException>(() => RunSuite.Run(Header, samples, path, cancellation: stop.Token));
        File.AppendAllText(path, "{\"id\":\"c\",\"gro"); // Killed while it wrote.
        var run = RunSuite.Run(Header with { StartedAt = Header.StartedAt.AddHours(1) }, samples, path);
        Assert.Equal(["a", "b", "c"], asked);
        Assert.Equal(["a", "b", "c"], run.Items.Select(item => item.Id));
        Assert.Equal(["a", "b", "c"], EvalRun.Read(path).Items.Select(item => item.Id));
    }

    [Fact]
    public void A_run_of_another_prompt_is_not_continued()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("run.jsonl");
        RunSuite.Run(Header, [Sample("a", [])], path);
        var other = Header with { Provenance = Header.Provenance with { Prompts = "changed" } };
        Assert.Throws<BadInputException>(() => RunSuite.Run(other, [Sample("a", [])], path));
    }

    [Fact]
    public void Repeats_say_how_often_what_works_works_every_time()
    {
        // "a" is right in 3 of 4 repeats, "b" always: pass^2 is (3/6 + 1) / 2.
        ScoredItem Item(string id, int time, bool right) => new(Repeated.Id(id, time), id, "dev", "", ["x"], right ? ["x"] : [], new Dictionary<string, double>());
        var run = new EvalRun(Header with { Repeats = 4 }, [.. Enumerable.Range(1, 4).SelectMany(time => new[] { Item("a", time, time > 1), Item("b", time, true) })]);
        Assert.Equal([0.875, 0.75, 0.625, 0.5], Repeated.PassAll(run).Select(share => Math.Round(share, 9)));
    }

    [Fact]
    public void Looks_at_the_test_part_start_anew_when_the_engine_changes()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("looks.json");
        int Look(string prompts) => Looks.Count(path, "set", Header.Provenance with { Prompts = prompts });
        Assert.Equal([1, 2, 1, 2], new[] { Look("one"), Look("one"), Look("two"), Look("two") });
    }

    [Fact]
    public void A_file_that_is_no_run_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("x"), "hello");
        Assert.Contains(folder.At("x"), Assert.Throws<BadInputException>(() => EvalRun.Read(folder.At("x"))).Message, StringComparison.Ordinal);
    }

    private static Sample Sample(string id, List<string> asked, Action? then = null) => new(id, id, "dev", id, ["x"], () =>
    {
        asked.Add(id);
        then?.Invoke();
        return new Answer(["x"], new Dictionary<string, double> { ["right"] = 1 });
    });
}
