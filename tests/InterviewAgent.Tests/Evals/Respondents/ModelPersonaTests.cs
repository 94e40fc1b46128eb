using InterviewAgent.Evals.Respondents;
using InterviewAgent.Evals.Suites;
using InterviewAgent.Interviewing;
using InterviewAgent.LanguageModels;
using InterviewAgent.Prompts;
using InterviewAgent.Tests.LanguageModels;

namespace InterviewAgent.Tests.Evals.Respondents;

public sealed class ModelPersonaTests : IAsyncLifetime
{
    private static readonly Persona Dispatcher = Persona.LoadAll(Path.Combine(Checkout.Evals, "respondents")).Personas.Single(persona => persona.Name == "dispatcher-own-sheet");
    private FakeModelServer server = null!;
    private SuiteModel model = null!;

    public async Task InitializeAsync()
    {
        server = await FakeModelServer.Start();
        model = await SuiteModel.With(default, ("Provider", "openai-compatible"), ("Endpoint", server.V1), ("Model", "scripted-not-a-model"));
    }

    [Fact]
    public void A_fact_that_the_model_tells_counts_and_one_that_it_makes_up_does_not()
    {
        var player = Played(ModelReply.Json(new { text = "I build it in my own sheet first.", told = new[] { "plans-in-own-sheet", "made-up" } }));
        Assert.Equal("I build it in my own sheet first.", player.Hear(Asked(MoveKind.Probe, "Tell me about the last time.")));
        Assert.Equal(["plans-in-own-sheet"], player.Told);
        Assert.False(player.Declined);
    }

    [Fact]
    public void Consent_and_choices_are_no_matter_of_the_model()
    {
        Assert.Equal("Yes, start", Played(ModelReply.Text("no JSON")).Hear(Asked(MoveKind.AskConsent, "Shall we start?")));
        Assert.Empty(server.Seen);
    }

    [Fact]
    public void An_answer_that_cannot_be_used_is_a_shrug() =>
        Assert.Equal(Dispatcher.Closed[0], Played(ModelReply.Text("no JSON")).Hear(Asked(MoveKind.Probe, "What happened next?")));

    [Fact]
    public void A_short_refusal_is_one()
    {
        var refusing = Played(ModelReply.Json(new { text = "I would rather not say.", told = Array.Empty<string>() }));
        refusing.Hear(Asked(MoveKind.CoreQuestion, "How is it being done?"));
        Assert.True(refusing.Declined);
    }

    private ModelPersona Played(ModelReply reply)
    {
        server.Otherwise = _ => reply;
        return new ModelPersona(Dispatcher, PromptLibrary.Load(Checkout.Prompts)["play_respondent"], model.For("The persona", ModelRole.Judging).Answer);
    }

    private static Reply Asked(MoveKind move, string text) => new(1, move, text, new Offer([], [], false, 5), false);

    public async Task DisposeAsync()
    {
        await model.DisposeAsync();
        await server.DisposeAsync();
    }
}
