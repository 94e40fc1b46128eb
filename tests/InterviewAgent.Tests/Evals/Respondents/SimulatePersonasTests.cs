using InterviewAgent.Evals.Respondents;
using InterviewAgent.Interviewing;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Tests.Evals.Respondents;

public sealed class SimulatePersonasTests
{
    private static readonly string Folder = Path.Combine(Checkout.Evals, "respondents");

    [Fact]
    public async Task Personas_hear_clean_single_questions_and_are_never_probed_after_a_refusal()
    {
        var (personas, reading) = Persona.LoadAll(Folder);
        var report = await new SimulatePersonas(new ConfigurationBuilder().Build(), personas, reading, seed: 5, workers: 2).Run(2);
        Assert.Equal(0, report.All.DoubleQuestions);
        Assert.Equal(0, report.All.ProbesAfterDecline);
        Assert.Equal(1, report.All.Ended);
        Assert.True(report.Elicited.Estimate >= 0, report.Words);
        Assert.Equal(personas.Count, report.Elicited.Clusters);
    }

    [Fact]
    public void A_planted_fact_comes_out_only_when_its_kind_is_asked_for()
    {
        var (personas, reading) = Persona.LoadAll(Folder);
        var played = new PlayedPersona(personas.Single(persona => persona.Name == "dispatcher-own-sheet"), reading, new Random(1));
        string Hear(MoveKind move, string text) => played.Hear(new Reply(1, move, text, new Offer([], [], false, 5), false));
        Hear(MoveKind.CoreQuestion, "How is the weekly plan being done?");
        Hear(MoveKind.Probe, "Who sees the plan?");
        Assert.Empty(played.Told);
        Hear(MoveKind.Probe, "Tell me about the last time.");
        Assert.Equal(["plans-in-own-sheet"], played.Told);
        Hear(MoveKind.QuoteProbe, "You wrote \"on time\". What does that look like?");
        Assert.Equal(2, played.Told.Count);
    }

    [Fact]
    public void Every_fact_can_come_out()
    {
        var (personas, reading) = Persona.LoadAll(Folder);
        Assert.All(personas.SelectMany(persona => persona.Answers).SelectMany(answer => answer.Behind), fact =>
            Assert.All(fact.ComesOutWhenAskedFor, kind => Assert.True(reading.Knows(kind), kind)));
    }

    [Fact]
    public void A_folder_without_personas_says_so()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<BadInputException>(() => Persona.LoadAll(folder.Path));
    }
}
