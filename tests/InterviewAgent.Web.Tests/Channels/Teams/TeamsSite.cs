using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Web.Channels.Connector.Outbound;
using InterviewAgent.Web.Tests.Channels.Connector;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels.Teams;

/// <summary>The whole application behind Teams: Ada, who is due and known to the directory, writes to it, and what she sees is looked at.</summary>
internal sealed class TeamsSite : IAsyncDisposable
{
    public const string Ada = "5a1f4a3e-0000-4000-8000-00000000ada0";
    public const string Chat = "a:ada-and-the-bot";
    private readonly SignedChannel teams;
    private readonly HttpClient client;
    private int ids;

    private TeamsSite(SignedChannel teams, Dictionary<string, string> more)
    {
        this.teams = teams;
        Site = new()
        {
            Settings = new(teams.Settings)
            {
                ["Connector:Outbound:ConversationBurst"] = "1000", ["Connector:Outbound:ConversationPerSecond"] = "1000",
            },
        };
        foreach (var (key, value) in more)
        {
            Site.Settings[key] = value;
        }
        client = Site.CreateClient();
    }

    public Site Site { get; }
    public Guid CheckInId { get; private set; }
    public Guid RespondentId { get; private set; }

    public static async Task<TeamsSite> Start(bool known = true, bool due = true, string? tenant = SignedChannel.Tenant, Dictionary<string, string>? settings = null)
    {
        TeamsSite site = new(await SignedChannel.Start(), settings ?? []);
        Account account = new() { ExternalId = "vale", Name = "Vale Fibra", Product = "Rotara", TenantId = tenant };
        Respondent ada = new() { AccountId = account.Id, ExternalId = "ada", Name = "Ada Vale", AadObjectId = known ? Ada : null };
        CheckIn checkIn = new() { AccountId = account.Id, RespondentId = ada.Id, Checkpoint = Checkpoint.Day30, Due = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(due ? -1 : 20) };
        (site.CheckInId, site.RespondentId) = (checkIn.Id, ada.Id);
        await site.Site.With(async db =>
        {
            db.AddRange(account, ada, checkIn);
            await db.SaveChangesAsync();
        });
        return site;
    }

    /// <summary>What Ada sees in her chat: each message as an activity, cards as they stand.</summary>
    public IReadOnlyList<JsonElement> Seen(string chat = Chat) =>
        [.. teams.Channel.Messages.Where(message => message.ConversationId == chat).Select(message => message.Activity)];

    public JsonElement Last => Seen()[^1];

    public static string WordsOf(JsonElement activity) =>
        activity.TryGetProperty("text", out var text) ? text.GetString()! : CardOf(activity).GetProperty("fallbackText").GetString()!;

    public static JsonElement CardOf(JsonElement activity) => activity.GetProperty("attachments")[0].GetProperty("content");

    public static JsonElement Button(JsonElement activity, string title) =>
        CardOf(activity).GetProperty("actions").EnumerateArray().Single(action => action.GetProperty("title").GetString() == title);

    public Task Install(Action<JsonObject>? other = null) => Happens("installationUpdate", activity =>
    {
        activity["action"] = "add";
        other?.Invoke(activity);
    });

    public Task Say(string text, string? id = null, Action<JsonObject>? other = null) => Happens("message", activity =>
    {
        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["id"] = id ?? activity["id"]!.GetValue<string>();
        other?.Invoke(activity);
    });

    /// <summary>An activity that is no invoke, and everything that is sent because of it.</summary>
    public async Task Happens(string type, Action<JsonObject>? other = null)
    {
        var answer = await Post(type, other);
        Assert.True(answer.IsSuccessStatusCode, $"{type}: {answer.StatusCode}");
        await Settle();
    }

    /// <summary>A button, tapped as Teams does it; the body of the answer.</summary>
    public async Task<JsonElement> Tap(JsonElement button, Action<JsonObject>? other = null, JsonObject? inputs = null)
    {
        var data = JsonNode.Parse(button.GetProperty("data").GetRawText())!.AsObject();
        foreach (var (name, value) in inputs ?? [])
        {
            data[name] = value?.DeepClone();
        }

        var answer = await Post("invoke", activity =>
        {
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.GetProperty("verb").GetString(), ["data"] = data }, ["trigger"] = "manual",
            };
            other?.Invoke(activity);
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        await Settle();
        return body;
    }

    public Task<HttpResponseMessage> Post(string type, Action<JsonObject>? other = null) => teams.Post(client, teams.Activity("", activity =>
    {
        activity["type"] = type;
        activity["id"] = $"m{++ids}";
        activity.Remove("text");
        activity.Remove("textFormat");
        other?.Invoke(activity);
    }));

    /// <summary>Path of a new personal link of Ada's.</summary>
    public async Task<string> Link()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return new Uri((await scope.ServiceProvider.GetRequiredService<IssueLink>().For(CheckInId, CancellationToken.None)).Address).AbsolutePath;
    }

    /// <summary>Runs the outbox until nothing waits in it.</summary>
    public async Task Settle()
    {
        for (var until = DateTime.UtcNow.AddSeconds(20); DateTime.UtcNow < until; await Task.Delay(10))
        {
            await Site.Services.GetRequiredService<OutboxSender>().Run(CancellationToken.None);
            if (await Site.Services.GetRequiredService<InterviewAgent.Interviewing.Delivery.Outbox>().NextAt() is null)
            {
                return;
            }
        }

        Assert.Fail("The outbox did not become empty.");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Site.DisposeAsync();
        await teams.DisposeAsync();
    }
}
