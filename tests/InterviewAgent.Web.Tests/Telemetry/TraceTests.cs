using System.Net;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Jobs;
using InterviewAgent.Tests.LanguageModels;
using InterviewAgent.Web.Tests.Channels;
using InterviewAgent.Web.Tests.Channels.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewAgent.Web.Tests.Telemetry;

/// <summary>The whole application with an OTLP receiver behind it: one trace from an answer to the flag it caused, and nobody's words in any byte.</summary>
public sealed class TraceTests(ITestOutputHelper output)
{
    private static readonly string[] Said =
    [
        "We still plan every tour in the zebrafinch spreadsheet, because half of the orders are missing in the export.",
        "On Monday I typed the quartzite routes over by hand and it took the whole morning.",
        "I gave up on the wombat screen and keep my own list, that works for me.",
    ];

    private static readonly string[] Secret =
        [.. Said, "zebrafinch", "quartzite", "wombat", "Ines", "Prado", "Vale Fibra", "Zaphod", "Quillfeather", "quill.example", "own sheet"];

    [Fact]
    public async Task An_answer_its_reply_the_coding_the_insight_and_the_flag_are_one_trace()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var model = await FakeModelServer.Start();
        model.Otherwise = GoodModel.Reply;
        await using var site = With(receiver, model);
        var invited = await Invited.To(site);
        await Suffering.Around(site, invited.CheckInId);
        var chat = await invited.Chats();
        await Hold(site, chat);
        await site.Services.GetRequiredService<DrainSweeps>().Run();
        await site.With(async db => Assert.Single(await db.Flags.Where(flag => flag.Kind == FlagKind.SilentSufferer).ToListAsync()));
        await OtlpReceiver.Flush(site);

        var flag = Assert.Single(receiver.Spans, span => span.Name == "open flag");
        var trace = receiver.Spans.Where(span => span.Trace == flag.Trace).ToList();
        output.WriteLine(string.Join('\n', trace.Select(span => $"{span.Id} < {span.Parent} {span.Source}: {span.Name}")));
        foreach (var name in new[] { "receive answer", "draft reply", "commit", "code interview", "read account", "open flag" })
        {
            Assert.Contains(trace, span => span.Name == name);
        }
        Assert.Contains(trace, span => span.Source == "Microsoft.AspNetCore" && span.Name == "POST /v3/directline/conversations/{conversationId}/activities");
        var root = Assert.Single(trace, span => trace.TrueForAll(other => other.Id != span.Parent));
        Assert.Equal("", root.Parent);
        Assert.Equal("Microsoft.AspNetCore", root.Source);

        // An earlier answer, whose words a finding rests on, and whose reply a model worded: its own trace goes as far.
        var worded = receiver.Spans.Where(span => span.Name == "chat small" && span.Attributes["interviewagent.model.role"] == "Interviewing").Select(span => span.Trace).ToHashSet();
        var found = receiver.Spans.Where(span => span.Name == "find").ToList();
        Assert.Contains(found, span => worded.Contains(span.Trace) && span.Links.Contains(flag.Trace));
        Assert.All(worded, one => Assert.Contains(receiver.Spans, span => span.Trace == one && span.Name == "finish reply"));
        Assert.Contains(receiver.Spans, span => span.Name == "chat small" && span.Attributes.GetValueOrDefault("gen_ai.usage.output_tokens") is { } tokens && tokens != "0");
        Assert.All(receiver.Spans, span => Assert.Matches("^[0-9a-f]{32}$", span.Trace));
        Assert.Empty(receiver.Find([.. Secret, invited.Path.Split('/')[^1], chat.Token]));

        var metrics = receiver.Metrics;
        Assert.Contains(metrics["interviewagent.flags.opened"], point => point["kind"] == "SilentSufferer");
        Assert.Contains(metrics["interviewagent.model.calls"], point => point["role"] == "Interviewing" && point["outcome"] == "Answered");
        Assert.Contains(metrics["interviewagent.gate.verdicts"], point => point["source"] == "model" && point["rule"] == "none");
        Assert.Contains(metrics["interviewagent.queue.age"], point => point["queue"] == "owed replies");
        Assert.Contains(metrics["http.server.request.duration"], point => point.GetValueOrDefault("http.route") == "/v3/directline/conversations/{conversationId}/activities");
    }

    [Fact]
    public async Task What_is_sent_in_Teams_is_sent_in_the_trace_of_the_answer()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var teams = await TeamsSite.Start(settings: receiver.Settings);
        await teams.Install();
        await teams.Say("Yes, start");
        await teams.Say(Said[0]);
        await OtlpReceiver.Flush(teams.Site);
        var answers = receiver.Spans.Where(span => span.Name == "receive answer").Select(span => (span.Trace, span.Id)).ToList();
        var sent = receiver.Spans.Where(span => span.Name == "send message").ToList();
        Assert.Equal(2, answers.Count);
        Assert.All(answers, answer => Assert.Contains(sent, span => span.Trace == answer.Trace && span.Attributes["interviewagent.send.outcome"] == "Sent"));
        Assert.All(answers, answer => Assert.Contains(receiver.Spans, span => span.Trace == answer.Trace && span.Name == "POST /api/messages"));
        Assert.Contains(receiver.Metrics["interviewagent.messages.sent"], point => point["outcome"] == "Sent");
        Assert.Empty(receiver.Find([.. Secret, "Ada Vale", TeamsSite.Ada, TeamsSite.Chat]));
    }

    [Fact]
    public async Task What_a_failure_repeats_of_an_answer_does_not_leave_either()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var model = await FakeModelServer.Start();
        model.Otherwise = request => ModelReply.Error(400, "bad", "I cannot read: " + request.Prompt);
        await using var site = With(receiver, model, services => services.AddSingleton<CodeInterview>(_ =>
            transcript => throw new InvalidOperationException("Unreadable: " + string.Join(' ', Said) + " of Ines Prado", new FormatException(Said[0]))));
        var invited = await Invited.To(site);
        var chat = await invited.Chats();
        await Hold(site, chat);
        await site.Services.GetRequiredService<DrainSweeps>().Run();
        var token = await site.NewSignInToken();
        foreach (var path in new[] { "/i/zebrafinch-token", "/wombat/quartzite?t=zebrafinch&code=wombat", $"/sign-in/{token}", $"/callback?code={token}", "/m/never/zebrafinch", invited.Path })
        {
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            request.Headers.TryAddWithoutValidation("tracestate", "zebrafinch=wombat");
            request.Headers.TryAddWithoutValidation("baggage", "said=quartzite");
            await site.Stranger().SendAsync(request);
        }
        using HttpRequestMessage strange = new(new HttpMethod("WOMBAT"), new Uri("/i", UriKind.Relative));
        await site.Stranger().SendAsync(strange);
        Assert.Equal(HttpStatusCode.InternalServerError, (await (await site.SignedIn()).GetAsync(new Uri("/fails", UriKind.Relative))).StatusCode);
        await OtlpReceiver.Flush(site);

        Assert.Contains(receiver.Logs, line => line.Attributes.GetValueOrDefault("exception.type") == "System.InvalidOperationException"
            && line.Body.StartsWith("Interview {Interview} could not be analysed", StringComparison.Ordinal)
            && line.Attributes["exception.stacktrace"].Contains("System.FormatException", StringComparison.Ordinal));
        Assert.Contains(receiver.Spans, span => span.Attributes.GetValueOrDefault("http.response.status_code") == "500");
        Assert.Contains(receiver.Spans, span => span.Attributes.GetValueOrDefault("interviewagent.model.outcome") == "Failed");
        Assert.Contains(receiver.Spans, span => span.Trace == "0af7651916cd43dd8448eb211c80319c");
        Assert.Empty(receiver.Find([.. Secret, invited.Path.Split('/')[^1], chat.Token, token]));
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_listened_to_and_nothing_is_kept()
    {
        await using Site site = new();
        var chat = await (await Invited.To(site)).Chats();
        await chat.Say("Yes, start");
        Assert.Null(site.Services.GetService<MeasureWork>());
        Assert.Null(site.Services.GetService<OpenTelemetry.Trace.TracerProvider>());
    }

    private static Site With(OtlpReceiver receiver, FakeModelServer model, Action<IServiceCollection>? instead = null) => new()
    {
        Settings = new(receiver.Settings)
        {
            ["LanguageModels:Interviewing:Provider"] = "openai-compatible", ["LanguageModels:Interviewing:Model"] = "small", ["LanguageModels:Interviewing:Endpoint"] = model.V1,
            ["LanguageModels:Analysis:Provider"] = "openai-compatible", ["LanguageModels:Analysis:Model"] = "small", ["LanguageModels:Analysis:Endpoint"] = model.V1,
            ["Analysis:Counts"] = "built-in", ["Interviewing:TurnSeconds"] = "20",
        },
        Instead = services =>
        {
            services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, FailingPath>();
            instead?.Invoke(services);
        },
    };

    /// <summary>Consent, answers, and then nothing more to add, to the end.</summary>
    private static async Task Hold(Site site, DirectLineClient chat)
    {
        await chat.Say("Yes, start");
        for (var turn = 0; turn < 40; turn++)
        {
            var last = await Asked(chat);
            if (last.TryGetProperty("channelData", out var data) && data.TryGetProperty("ended", out var ended) && ended.GetBoolean())
            {
                return;
            }
            await chat.Say(turn < Said.Length ? Said[turn] : "Nothing more to add, thank you.");
        }
        Assert.Fail("The interview does not end.");
    }

    private static async Task<System.Text.Json.JsonElement> Asked(DirectLineClient chat)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until; await Task.Delay(20))
        {
            var last = (await chat.Activities()).Activities[^1];
            if (last.GetProperty("from").GetProperty("role").GetString() == "bot")
            {
                return last;
            }
        }
        throw new InvalidOperationException("No reply came.");
    }
}
