using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Links;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels;

/// <summary>A person with a due check-in, and what they do with their link.</summary>
internal sealed class Invited(Site site, Guid checkInId, string path)
{
    public Guid CheckInId => checkInId;

    /// <summary>"/i/…".</summary>
    public string Path => path;

    public static async Task<Invited> To(Site site, string name = "Vale Fibra")
    {
        Account account = new() { ExternalId = Guid.NewGuid().ToString(), Name = name, ContractSignedOn = new(2026, 1, 5) };
        Respondent person = new() { AccountId = account.Id, ExternalId = "u1", Name = "Ines Prado", Role = Role.EndUser };
        CheckIn checkIn = new() { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day30, Due = new(2026, 2, 4) };
        await site.With(async db =>
        {
            db.AddRange(account, person, checkIn);
            await db.SaveChangesAsync();
        });
        return new(site, checkIn.Id, await Link(site, checkIn.Id));
    }

    public Task<string> AnotherLink() => Link(site, checkInId);

    /// <summary>A browser of its own that has pressed the button; its cookie is kept.</summary>
    public async Task<HttpClient> Opens(string? link = null)
    {
        var browser = site.Stranger();
        var answer = await browser.PostAsync(new Uri(link ?? path, UriKind.Relative), null);
        Assert.Equal("/chat", answer.Headers.Location?.OriginalString);
        return browser;
    }

    /// <summary>The chat page's token, as a Direct Line client that has started the conversation.</summary>
    public async Task<DirectLineClient> Chats(HttpClient? browser = null)
    {
        var token = await (await (browser ?? await Opens()).PostAsync(new Uri("/chat/token", UriKind.Relative), null)).Content.ReadFromJsonAsync<JsonElement>();
        DirectLineClient client = new(site.CreateClient(), token.GetProperty("token").GetString()!, token.GetProperty("conversationId").GetString()!);
        await client.Post("conversations", new { });
        return client;
    }

    private static async Task<string> Link(Site site, Guid checkInId)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var issued = await scope.ServiceProvider.GetRequiredService<IssueLink>().For(checkInId, CancellationToken.None);
        return new Uri(issued.Address).AbsolutePath;
    }
}

/// <summary>Raw Direct Line over HTTP.</summary>
internal sealed class DirectLineClient(HttpClient http, string token, string conversation)
{
    public string Token => token;
    public string Conversation => conversation;

    public Task<HttpResponseMessage> Post(string path, object? body, string? with = null) =>
        Send(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), with);

    public Task<HttpResponseMessage> Get(string path, string? with = null) => Send(HttpMethod.Get, path, null, with);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? body, string? with = null)
    {
        using HttpRequestMessage request = new(method, new Uri("/v3/directline/" + path, UriKind.Relative)) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", with ?? token);
        return await http.SendAsync(request);
    }

    public async Task<string> Say(string text, string? clientId = null)
    {
        var answer = await Post($"conversations/{conversation}/activities",
            new { type = "message", from = new { id = "dl_evil", role = "bot" }, text, channelData = new { clientActivityID = clientId ?? Guid.NewGuid().ToString(), keep = 1 } });
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public async Task<(IReadOnlyList<JsonElement> Activities, string Watermark)> Activities(string? watermark = null)
    {
        var set = await (await Get($"conversations/{conversation}/activities" + (watermark is null ? "" : $"?watermark={watermark}"))).Content.ReadFromJsonAsync<JsonElement>();
        return ([.. set.GetProperty("activities").EnumerateArray()], set.GetProperty("watermark").GetString()!);
    }
}
