using BenchmarkDotNet.Attributes;
using InterviewAgent.Interviewing;
using InterviewAgent.LanguageModels;
using InterviewAgent.LanguageModels.Recording;
using InterviewAgent.Privacy;
using InterviewAgent.Prompts;
using InterviewAgent.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Benchmarks;

/// <summary>
/// A model's turn without the model, which a recording plays: render the prompt with twelve turns, mask, look up, read the answer, put names
/// back, write the audit row (durable commit on SQLite), and check the draft. Target: under 5 ms.
/// </summary>
[MemoryDiagnoser]
public class ModelTurnBenchmark
{
    private const string Answer =
        "We still print the list at six because two of the scanners are in the workshop, and Wouter types the rest into the old sheet before the trucks leave, which the planner then reads over the phone to the second site.";

    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-benchmark-").FullName;
    private readonly DraftContext context = new()
    {
        Move = MoveKind.Probe, Said = [.. Enumerable.Repeat(Answer, 6)], GuideNouns = ["Rotara", "dispatch"], Topic = "plan",
        Shown = [.. Enumerable.Repeat(new ShownTurn(MoveKind.Probe, "use", "What did that look like in practice?"), 6)],
    };

    private ServiceProvider services = null!;
    private Prompt prompt = null!;

    // Not awaited by every toolchain (in process: not), so it waits itself.
    [GlobalSetup]
    public void SetUp() => Record().GetAwaiter().GetResult();

    private async Task Record()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Storage:Path", Path.Combine(folder, "benchmark.db")), new("LanguageModels:Interviewing:Provider", "recording"),
            new("LanguageModels:Interviewing:Model", "small"), new("LanguageModels:Interviewing:Recordings", folder),
        ]).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddInterviewAgent(settings).BuildServiceProvider();
        await services.GetRequiredService<MigrateDatabase>().Run();
        prompt = PromptLibrary.Load(Path.Combine(AppContext.BaseDirectory, "prompts"))["word_move"];
        var request = Request();
        var redaction = services.GetRequiredService<Redactor>().Begin(request.People);
        var sent = request.Messages.Select(message => new ChatMessage(message.Role, message.Role == ChatRole.System ? redaction.MaskOwn(message.Text) : redaction.Mask(message.Text)));
        var options = new ChatOptions { MaxOutputTokens = prompt.MaxTokens, Temperature = prompt.Temperature, ResponseFormat = ChatResponseFormat.ForJsonSchema(prompt.Answer!.Value, prompt.Name) };
        new RecordingFolder(folder).Keep(prompt.Name, new Recorded(
            RecordedRequest.Of(new ModelOptions { Model = "small" }, sent, options),
            new RecordedResponse("{\"text\":\"What happens after the list is printed?\"}", null, "stop", 1500, 1024, 20)));
    }

    [Benchmark]
    public async Task<bool> TurnWithoutTheModel()
    {
        var answered = (Answered)await services.GetRequiredService<CallModel>().Ask(Request());
        return services.GetRequiredService<NeutralityGate>().Check(answered.Json!.Value.GetProperty("text").GetString()!, context).Blocks;
    }

    /// <summary>Of it, rendering and masking.</summary>
    [Benchmark]
    public int RenderAndMask()
    {
        var request = Request();
        var redaction = services.GetRequiredService<Redactor>().Begin(request.People);
        return request.Messages.Sum(message => (message.Role == ChatRole.System ? redaction.MaskOwn(message.Text) : redaction.Mask(message.Text)).Length);
    }

    private ModelRequest Request()
    {
        var rendered = prompt.Render(new Dictionary<string, object?>
        {
            ["product"] = "Rotara",
            ["conversation"] = Enumerable.Range(1, 12).Select(n => new { n, speaker = n % 2 == 0 ? "respondent" : "interviewer", text = n % 2 == 0 ? Answer : "What did that look like in practice?" }).ToArray(),
            ["move"] = new { kind = "continue", instead = "What happened next?" },
            ["tried"] = new[] { new { text = "Why is that?", rules = "R11" } },
        });
        return new ModelRequest
        {
            Role = ModelRole.Interviewing, Prompt = new PromptIdentity(prompt.Name, prompt.Hash), Messages = [ModelMessage.System(rendered.System), ModelMessage.User(rendered.User)],
            Schema = new AnswerSchema(prompt.Name, prompt.Answer!.Value), Within = TimeSpan.FromSeconds(30), Temperature = prompt.Temperature, MaxAnswerTokens = prompt.MaxTokens,
            People = new KnownPeople(["Marta Quintela", "Wouter Brands"], new HashSet<string> { "Rotara" }),
        };
    }

    [GlobalCleanup]
    public void Delete()
    {
        services.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
