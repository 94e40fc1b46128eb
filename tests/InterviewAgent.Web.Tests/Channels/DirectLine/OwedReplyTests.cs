using System.Diagnostics;
using InterviewAgent.Tests.LanguageModels;

namespace InterviewAgent.Web.Tests.Channels.DirectLine;

/// <summary>With a model behind real HTTP: the post is answered at once, the stream shows that somebody types and then brings the reply.</summary>
public sealed class OwedReplyTests
{
    private const string Answer = "On Monday we planned it on paper, and the drivers waited until somebody had typed it over.";

    private static Site With(FakeModelServer server) => new()
    {
        Settings = new()
        {
            ["LanguageModels:Interviewing:Provider"] = "openai-compatible", ["LanguageModels:Interviewing:Model"] = "small",
            ["LanguageModels:Interviewing:Endpoint"] = server.V1, ["Interviewing:TurnSeconds"] = "20",
        },
    };

    [Fact]
    public async Task The_post_answers_at_once_and_the_stream_brings_typing_and_reply()
    {
        await using var server = await FakeModelServer.Start();
        await using var site = With(server);
        var chat = await (await Invited.To(site)).Chats();
        await chat.Say("Yes, start");
        var let = new TaskCompletionSource();
        server.Otherwise = request => new ModelReply(async (context, seen, cancellation) =>
        {
            await let.Task.WaitAsync(cancellation);
            await GoodModel.Saying(seen, "What did the drivers do then?").Write(context, seen, cancellation);
        });
        using var stream = await OpenStream.Of(site, chat);
        var watch = Stopwatch.StartNew();
        await chat.Say(Answer, "c1");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), "the post waited for the model");
        var echo = await stream.Until(activity => activity.GetProperty("type").GetString() == "typing");
        Assert.Contains(echo, activity => activity.TryGetProperty("text", out var text) && text.GetString() == Answer);
        let.SetResult();
        var news = await stream.Until(activity => activity.TryGetProperty("text", out var text) && text.GetString()!.EndsWith("What did the drivers do then?", StringComparison.Ordinal));
        Assert.Equal("bot", news[^1].GetProperty("from").GetProperty("role").GetString());
        Assert.DoesNotContain((await chat.Activities()).Activities, activity => activity.GetProperty("type").GetString() == "typing");
    }

    [Fact]
    public async Task The_page_without_scripts_waits_for_the_reply()
    {
        await using var server = await FakeModelServer.Start();
        await using var site = With(server);
        server.Otherwise = request => GoodModel.Saying(request, "What did the drivers do then?");
        var browser = await (await Invited.To(site)).Opens();
        foreach (var said in new[] { "", "Yes, start", Answer })
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = said });
            await browser.PostAsync(new Uri("/chat/plain", UriKind.Relative), form);
        }
        Assert.Contains("What did the drivers do then?", await browser.GetStringAsync(new Uri("/chat/plain", UriKind.Relative)), StringComparison.Ordinal);
    }
}
