using System.Net;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using InterviewAgent.Web.Channels.Connector;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>Between the door and the handler: once, in order, and nothing acknowledged is lost.</summary>
public sealed class InboxTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-inbox-").FullName;
    // On a shared store the server that comes after one that died must be given the same.
    private readonly string? shared = TestServer.Provider == StorageProvider.PostgreSql ? TestServer.NewDatabase(empty: false) : null;
    private ConnectorSite site = null!;

    public async Task InitializeAsync() => site = await Start();

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        if (shared is not null)
        {
            TestServer.Drop(shared);
        }
    }

    [Fact]
    public async Task Copies_that_come_together_or_later_are_acknowledged_and_handled_once()
    {
        var together = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => site.Post(activity => activity["id"] = "1")));
        using var later = await site.Post(activity => activity["id"] = "1");
        Assert.All(together.Append(later), answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Single(site.Recorder.Handled);
    }

    [Fact]
    public async Task A_copy_is_known_after_a_restart()
    {
        await Taken(id: "1");
        await Restart();
        await Taken(id: "1");
        Assert.Empty(site.Recorder.Handled);
    }

    [Fact]
    public async Task The_same_id_elsewhere_is_another_message_and_no_id_is_never_a_copy()
    {
        await Taken(id: "1");
        await Taken(id: "1", conversation: "a:somebody-else");
        using var webChat = await site.Post(activity => (activity["id"], activity["channelId"]) = ("1", "webchat"));
        for (var i = 0; i < 2; i++)
        {
            using var nameless = await site.Post(activity => activity.Remove("id"));
        }
        Assert.Equal(5, site.Recorder.Handled.Count);
    }

    [Fact]
    public async Task A_conversation_is_handled_in_order_while_others_go_on()
    {
        TaskCompletionSource held = new();
        List<string> ended = [];
        site.Recorder.Does = async activity =>
        {
            if (activity.Text == "first")
            {
                await held.Task;
            }
            lock (ended)
            {
                ended.Add(activity.Text!);
            }
            return null;
        };
        var first = Say("first", "a:1");
        await Until(() => site.Recorder.Handled.Count == 1);
        var second = Say("second", "a:1");
        await Say("elsewhere", "a:2");
        held.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(["elsewhere", "first", "second"], ended);
    }

    [Fact]
    public async Task Slow_work_is_stored_and_acknowledged_and_finished_after_a_crash()
    {
        site.Recorder.Does = _ => new TaskCompletionSource<InvokeAnswer?>().Task; // A model that never answers.
        await Taken(id: "1", text: "a long answer");
        await Taken(id: "2", text: "the next one");
        await Restart();
        await Until(async () => await Drain() >= 0 && site.Recorder.Handled.Count == 2);
        Assert.Equal(["a long answer", "the next one"], site.Recorder.Handled.Select(activity => activity.Text));
        await Nothing_waits();
    }

    [Fact]
    public async Task What_a_crash_left_comes_before_what_comes_now()
    {
        site.Recorder.Does = _ => new TaskCompletionSource<InvokeAnswer?>().Task;
        await Taken(id: "1", text: "before");
        await Restart();
        await Taken(id: "2", text: "now");
        await Until(() => site.Recorder.Handled.Count == 2); // Among several servers the dead one's lease is waited for.
        Assert.Equal(["before", "now"], site.Recorder.Handled.Select(activity => activity.Text));
    }

    [Fact]
    public async Task Slow_work_that_ends_is_not_done_again()
    {
        TaskCompletionSource<InvokeAnswer?> model = new();
        site.Recorder.Does = _ => model.Task;
        await Taken(id: "1");
        await Waits(1);
        model.SetResult(null);
        await Until(async () => await Count(waiting: true) == 0);
        await Drain();
        await Taken(id: "1");
        Assert.Single(site.Recorder.Handled);
    }

    [Fact]
    public async Task A_failure_is_acknowledged_and_tried_again()
    {
        site.Recorder.Does = _ => throw new InvalidOperationException("a fault of ours");
        await Taken(id: "1", text: "not lost");
        await Waits(1);
        site.Recorder.Does = _ => Task.FromResult<InvokeAnswer?>(null);
        await Now();
        await Drain();
        Assert.Equal(["not lost", "not lost"], site.Recorder.Handled.Select(activity => activity.Text));
        await Nothing_waits();
    }

    [Fact]
    public async Task What_fails_for_ever_is_given_up_and_left_to_be_looked_at()
    {
        site.Recorder.Does = _ => throw new InvalidOperationException("a fault of ours");
        await Taken(id: "1");
        await Give_up();
        Assert.Equal(6, site.Recorder.Handled.Count);
        await site.Site.With(async db => Assert.NotNull((await db.Arrivals.SingleAsync()).Json));
    }

    [Fact]
    public async Task A_respondent_whose_message_is_given_up_is_told()
    {
        Account account = new() { ExternalId = "a-1", Name = "Vale Fibra", ContractSignedOn = new(2026, 1, 5) };
        Respondent person = new() { AccountId = account.Id, ExternalId = "u-1", Role = Role.EndUser };
        await site.Site.With(async db =>
        {
            db.AddRange(account, person, new Conversation
            {
                RespondentId = person.Id, Channel = "msteams", ChannelConversationId = "a:1", ServiceUrl = site.Channel.Channel.ServiceUrl, BotId = "28:bot",
            });
            await db.SaveChangesAsync();
        });
        site.Recorder.Does = _ => throw new InvalidOperationException("a fault of ours");
        await Taken(id: "1");
        await Give_up();
        await Until(() => site.Channel.Channel.Calls.Count > 0);
        Assert.StartsWith("A message you sent here", site.Channel.Channel.Calls[0].Body.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_that_always_fails_does_not_hold_up_the_conversation()
    {
        site.Recorder.Does = activity => activity.Text == "poison" ? throw new InvalidOperationException() : Task.FromResult<InvokeAnswer?>(null);
        await Taken(id: "1", text: "poison");
        await Taken(id: "2", text: "well");
        Assert.Contains(site.Recorder.Handled, activity => activity.Text == "well");
        await Waits(1);
    }

    [Fact]
    public async Task Copies_of_an_invoke_share_one_answer()
    {
        TaskCompletionSource<InvokeAnswer?> answer = new();
        site.Recorder.Does = _ => answer.Task;
        var copies = Enumerable.Range(0, 3).Select(_ => site.Post(activity => (activity["type"], activity["id"]) = ("invoke", "1"))).ToList();
        await Until(() => site.Recorder.Handled.Count == 1);
        answer.SetResult(new(200, new { value = "card" }));
        foreach (var copy in copies)
        {
            Assert.Equal("""{"value":"card"}""", await (await copy).Content.ReadAsStringAsync());
        }
        Assert.Single(site.Recorder.Handled);
    }

    [Fact]
    public async Task A_failing_invoke_is_503_and_may_come_again()
    {
        site.Recorder.Does = _ => throw new InvalidOperationException("a fault of ours");
        using var failed = await site.Post(activity => (activity["type"], activity["id"]) = ("invoke", "1"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        site.Recorder.Does = _ => Task.FromResult<InvokeAnswer?>(new(200, new { value = "card" }));
        using var again = await site.Post(activity => (activity["type"], activity["id"]) = ("invoke", "1"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_done_row_holds_nothing_of_anybody()
    {
        await Taken(id: "1", text: "something private");
        await Until(async () => await Count(waiting: false) == 1);
        await site.Site.With(async db =>
        {
            var row = await db.Arrivals.SingleAsync();
            Assert.Null(row.Json);
            Assert.Matches("^[0-9a-f]{64} [0-9a-f]{64}$", $"{row.Key} {row.Place}");
        });
    }

    private async Task<ConnectorSite> Start() => await ConnectorSite.Start(
        [("Storage:Path", Path.Combine(folder, "test.db")), ("Connector:AcknowledgeMilliseconds", "300"), ("Connector:LeaseSeconds", "1"),
            .. shared is null ? Array.Empty<(string, string)>() : [("Storage:Connection", shared)]]);

    private async Task Restart()
    {
        await site.DisposeAsync();
        site = await Start();
    }

    private async Task Taken(string id, string conversation = "a:1", string text = "Hello")
    {
        using var answer = await site.Post(activity =>
            (activity["id"], activity["text"], activity["conversation"]!["id"]) = (id, text, conversation));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task Say(string text, string conversation) => await Taken(Guid.NewGuid().ToString(), conversation, text);

    private async Task<int> Drain() => (await site.Site.Services.GetRequiredService<DrainSweeps>().Run())["arrivals"];

    /// <summary>Makes everything that waits due.</summary>
    private Task Now() => site.Site.With(db => db.Arrivals.Where(row => row.NextAt != null)
        .ExecuteUpdateAsync(row => row.SetProperty(one => one.NextAt, DateTimeOffset.UnixEpoch)));

    private async Task<int> Count(bool waiting)
    {
        var count = 0;
        await site.Site.With(async db => count = await db.Arrivals.CountAsync(row => row.NextAt != null == waiting));
        return count;
    }

    private async Task Give_up()
    {
        for (var i = 0; i < 10; i++)
        {
            await Now();
            await Drain();
        }
    }

    /// <summary>What is done is noted a little after it was acknowledged.</summary>
    private async Task Waits(int rows) => await Until(async () => await Count(waiting: true) == rows);

    private async Task Nothing_waits() => await Until(async () => await Count(waiting: true) == 0);

    private static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(20); !await holds(); await Task.Delay(20))
        {
            Assert.True(DateTimeOffset.UtcNow < until, "it did not happen within 20 seconds");
        }
    }
}
