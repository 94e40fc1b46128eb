using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Interviewing;
using InterviewAgent.Tests.Interviewing.ModelWords;
using InterviewAgent.Tests.LanguageModels;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Analysis.ModelCoding;

public sealed class CodeWithModelTests
{
    private const string Quote = "Half of the orders from Birgit are missing";

    [Fact]
    public async Task Both_codings_are_kept_and_the_models_counts()
    {
        await using var desk = await Desk.With(Coding("technical.data", Quote));
        await desk.Sweep();
        await using var db = desk.Db();
        var findings = await db.Findings.Include(finding => finding.Quotes).ToListAsync();
        var model = Assert.Single(findings, finding => finding.Origin == "small");
        Assert.True(model is { SetAside: false, Verified: true, Severity: 2 });
        var turn = await db.Turns.SingleAsync(turn => turn.Id == model.Quotes[0].TurnId);
        Assert.Equal(Quote, turn.Text.Substring(model.Quotes[0].Start, model.Quotes[0].Length));
        Assert.Contains(findings, finding => finding.Origin == "built-in");
        Assert.All(findings.Where(finding => finding.Origin == "built-in"), finding => Assert.True(finding.SetAside));
        var interview = await db.Interviews.SingleAsync();
        Assert.Equal(("Coded", -1), (interview.ModelCoding, interview.Sentiment!.Value));
        Assert.Null(interview.ModelCodingOwedSince);
        Assert.Equal(-2, (await db.TurnSentiments.SingleAsync(felt => felt.TurnId == turn.Id)).Value);
        Assert.Single(desk.Server.Seen);
    }

    [Fact]
    public async Task Researchers_see_where_the_two_differ()
    {
        await using var desk = await Desk.With(Coding("trust.output", Quote));
        await desk.Sweep();
        await using var db = desk.Db();
        var compared = await new CompareOrigins(db).Run();
        Assert.Equal(1, compared.Interviews);
        Assert.Contains(compared.Differing, one => one is { Code: "trust.output", Model: true, BuiltIn: false });
        Assert.Contains(compared.Differing, one => one is { Model: false, BuiltIn: true });
    }

    [Fact]
    public async Task A_setting_keeps_the_built_in_coder_in_front()
    {
        await using var desk = await Desk.With(Coding("technical.data", Quote), counts: "built-in");
        await desk.Sweep();
        await using var db = desk.Db();
        Assert.All(await db.Findings.ToListAsync(), finding => Assert.Equal(finding.Origin == "small", finding.SetAside));
    }

    [Fact]
    public async Task Names_are_masked_on_the_way_and_the_quote_is_found_in_the_original()
    {
        await using var desk = await Desk.With(_ => ModelReply.Text(request =>
        {
            var placeholder = System.Text.RegularExpressions.Regex.Match(request.Prompt, @"\[PERSON_\d+\]").Value;
            Assert.NotEmpty(placeholder);
            return Answer("technical.data", $"Half of the orders from {placeholder} are missing");
        }));
        await desk.Sweep();
        Assert.DoesNotContain("Birgit", desk.Server.Seen[0].Prompt, StringComparison.Ordinal);
        await using var db = desk.Db();
        Assert.True((await db.Findings.SingleAsync(finding => finding.Origin == "small")).Verified);
    }

    [Fact]
    public async Task An_invented_quote_is_kept_as_unverified_and_counts_for_nothing()
    {
        await using var desk = await Desk.With(Coding("trust.output", "Nobody believes a single figure in it"));
        await desk.Sweep();
        await using var db = desk.Db();
        var invented = await db.Findings.Include(finding => finding.Quotes).SingleAsync(finding => finding.Origin == "small");
        Assert.False(invented.Verified);
        Assert.Empty(invented.Quotes);
    }

    [Fact]
    public async Task A_code_that_the_book_does_not_have_goes_back_once_with_its_fault()
    {
        await using var desk = await Desk.With(Coding("technical.data", Quote));
        desk.Server.Then(ModelReply.Text(Answer("technical.weather", Quote)));
        await desk.Sweep();
        Assert.Equal(2, desk.Server.Seen.Count);
        Assert.Contains("technical.weather is no code", desk.Server.Seen[1].Prompt, StringComparison.Ordinal);
        await using var db = desk.Db();
        Assert.Single(await db.Findings.Where(finding => finding.Origin == "small").ToListAsync());
    }

    [Theory]
    [InlineData("truncated JSON", 2, "Invalid")]
    [InlineData("against the schema", 2, "Invalid")]
    [InlineData("empty answer", 2, "Invalid")]
    [InlineData("refusal", 1, "Refused")]
    [InlineData("content filter", 1, "Filtered")]
    public async Task What_the_model_cannot_answer_leaves_the_built_in_findings_marked_as_such(string fault, int calls, string outcome)
    {
        await using var desk = await Desk.With(FaultyModel.Servers[fault].Reply);
        await desk.Sweep();
        Assert.Equal(calls, desk.Server.Seen.Count);
        await using var db = desk.Db();
        var interview = await db.Interviews.SingleAsync();
        Assert.Equal((InterviewStatus.Analysed, outcome), (interview.Status, interview.ModelCoding));
        Assert.All(await db.Findings.ToListAsync(), finding => Assert.True(finding is { Origin: "built-in", SetAside: false }));
    }

    [Theory]
    [InlineData("500")]
    [InlineData("401")]
    [InlineData("429 with Retry-After")]
    public async Task While_the_provider_is_down_the_interview_waits_as_a_row_and_the_built_in_findings_stand(string fault)
    {
        await using var desk = await Desk.With(FaultyModel.Servers[fault].Reply);
        await desk.Sweep();
        var asked = desk.Server.Seen.Count;
        Assert.Equal(0, await desk.CodeAgain()); // The pause holds: nobody hammers a server that is down.
        Assert.Equal(asked, desk.Server.Seen.Count);
        await using (var db = desk.Db())
        {
            Assert.NotNull((await db.Interviews.SingleAsync()).ModelCodingOwedSince);
            Assert.NotEmpty(await db.Findings.ToListAsync());
        }
        desk.Server.Otherwise = Coding("technical.data", Quote);
        await desk.Restart();
        Assert.Equal(1, await desk.CodeAgain());
    }

    [Fact]
    public async Task What_was_erased_while_the_model_read_does_not_come_back()
    {
        await using var desk = await Desk.With(Coding("technical.data", Quote));
        await desk.AnalyseOnly();
        desk.Server.Otherwise = request => new ModelReply(async (context, seen, cancellation) =>
        {
            await desk.Erase();
            await Coding("technical.data", Quote)(seen).Write(context, seen, cancellation);
        });
        await desk.CodeAgain();
        await using var db = desk.Db();
        Assert.Empty(await db.Findings.ToListAsync());
    }

    [Fact]
    public async Task A_whole_number_may_be_written_with_a_point()
    {
        await using var desk = await Desk.With(_ => ModelReply.Text(Answer("technical.data", Quote).Replace(":2,", ":2.0,", StringComparison.Ordinal).Replace(":-1,", ":-1.0,", StringComparison.Ordinal)));
        await desk.Sweep();
        await using var db = desk.Db();
        Assert.True((await db.Findings.SingleAsync(finding => finding.Origin == "small")) is { Severity: 2, Verified: true });
        Assert.Equal(("Coded", -1), ((await db.Interviews.SingleAsync()).ModelCoding, (await db.Interviews.SingleAsync()).Sentiment!.Value));
    }

    [Fact]
    public async Task An_interview_that_cannot_be_coded_keeps_no_other_waiting()
    {
        await using var desk = await Desk.With(Coding("technical.data", Quote));
        await desk.AnalyseOnly();
        await desk.AddOfNobody();
        Assert.Equal(1, await desk.CodeAgain());
        Assert.Single(desk.Server.Seen);
    }

    [Fact]
    public async Task A_long_interview_is_read_in_windows_and_coded_once()
    {
        await using var desk = await Desk.With(Coding("technical.data", Quote), windowCharacters: 2000, turns: 40);
        await desk.Sweep();
        Assert.True(desk.Server.Seen.Count > 1);
        Assert.Contains("part: \"1 of ", desk.Server.Seen[0].Prompt, StringComparison.Ordinal);
        await using var db = desk.Db();
        Assert.Single((await db.Findings.Include(finding => finding.Quotes).SingleAsync(finding => finding.Origin == "small")).Quotes);
    }

    private static Func<SeenRequest, ModelReply> Coding(string code, string quote) => _ => ModelReply.Text(Answer(code, quote));

    private static string Answer(string code, string quote) => System.Text.Json.JsonSerializer.Serialize(new
    {
        findings = new[] { new { code, severity = 2, status = (string?)null, quotes = new[] { new { turn = 2, text = quote } } } },
        sentiment = new { overall = -1, turns = new[] { new { turn = 2, value = -2 } } },
    });

    /// <summary>One ended interview, both sweeps, and a fake model server.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly TestDatabase database = new();
        private readonly Func<ServiceProvider> compose;
        private ServiceProvider services;

        private Desk(FakeModelServer server, Func<TestDatabase, ServiceProvider> compose)
        {
            Server = server;
            this.compose = () => compose(database);
            services = this.compose();
        }

        public FakeModelServer Server { get; }
        public InterviewAgentDb Db() => database.Open();

        public static async Task<Desk> With(Func<SeenRequest, ModelReply> reply, string counts = "model", int windowCharacters = 60_000, int turns = 4)
        {
            var server = await FakeModelServer.Start();
            server.Otherwise = reply;
            var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["LanguageModels:Analysis:Provider"] = "openai-compatible", ["LanguageModels:Analysis:Model"] = "small",
                ["LanguageModels:Analysis:Endpoint"] = server.V1, ["LanguageModels:Analysis:Retries"] = "0",
                ["Analysis:Counts"] = counts, ["Analysis:WindowCharacters"] = windowCharacters.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }).Build();
            var desk = new Desk(server, database =>
            {
                var collection = new ServiceCollection();
                collection.AddLogging(logging => logging.ClearProviders());
                collection.AddSingleton<TimeProvider>(TimeProvider.System);
                collection.AddSingleton<IDbContextFactory<InterviewAgentDb>>(database);
                collection.AddScoped(_ => database.Open());
                collection.AddSingleton(Options.Create(new InterviewingOptions()));
                collection.AddPrivacy(settings).AddAnalysis(settings).AddLanguageModels(settings).AddInterviewEngine(Gate.Prompts);
                Loaded.AddTo(collection);
                return collection.BuildServiceProvider();
            });
            await desk.Hold(turns);
            return desk;
        }

        public async Task Sweep()
        {
            await AnalyseOnly();
            await CodeAgain();
        }

        public async Task AnalyseOnly()
        {
            await using var scope = services.CreateAsyncScope();
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<AnalyseInterviews>().Run(CancellationToken.None));
        }

        public async Task<int> CodeAgain()
        {
            await using var scope = services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<CodeWithModel>().Run(CancellationToken.None);
        }

        public async Task Restart()
        {
            await services.DisposeAsync();
            services = compose();
        }

        public async Task Erase()
        {
            await using var scope = services.CreateAsyncScope();
            await using var db = Db();
            Assert.True(await scope.ServiceProvider.GetRequiredService<EraseRespondent>().Run((await db.Respondents.SingleAsync()).Id, "test"));
        }

        /// <summary>Waits the longest; whose it is is not known any more.</summary>
        public async Task AddOfNobody()
        {
            await using var db = Db();
            var person = await db.Respondents.SingleAsync();
            CheckIn checkIn = new() { AccountId = person.AccountId, RespondentId = person.Id, Checkpoint = Checkpoint.Day90 };
            db.AddRange(checkIn, new Interview
            {
                CheckInId = checkIn.Id, AccountId = person.AccountId, RespondentId = Guid.CreateVersion7(), Channel = "terminal",
                Status = InterviewStatus.Analysed, ModelCodingOwedSince = DateTimeOffset.UnixEpoch,
            });
            await db.SaveChangesAsync();
        }

        private async Task Hold(int turns)
        {
            await using var db = Db();
            Account account = new() { ExternalId = "a", Name = "Vale Fibra" };
            account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "p", Name = "Marta Quintela", Role = Role.EndUser });
            CheckIn checkIn = new() { AccountId = account.Id, RespondentId = account.Respondents[0].Id, Checkpoint = Checkpoint.Day30 };
            Interview interview = new()
            {
                CheckInId = checkIn.Id, AccountId = account.Id, RespondentId = checkIn.RespondentId, Checkpoint = Checkpoint.Day30,
                Channel = "terminal", Status = InterviewStatus.AwaitingAnalysis,
            };
            string[] said =
            [
                "How is the weekly plan being done this week?", "We plan in a spreadsheet. Half of the orders from Birgit are missing in the export, so we still use the old spreadsheet every day.",
                "What happened next?", "Nobody owns it, and the export fails every night.",
            ];
            for (var n = 1; n <= turns; n++)
                interview.Turns.Add(new Turn
                {
                    InterviewId = interview.Id, N = n, Speaker = n % 2 == 1 ? Speaker.Interviewer : Speaker.Participant, Text = n <= said.Length ? said[n - 1] : $"It was like that in week {n}, and in the week before that week too, as far as anybody there remembers it.",
                    Move = n % 2 == 1 ? MoveKind.CoreQuestion : null, Intent = n % 2 == 0 ? Intent.Answer : null,
                });
            db.AddRange(account, checkIn, interview);
            await db.SaveChangesAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await Server.DisposeAsync();
            database.Dispose();
        }
    }
}
