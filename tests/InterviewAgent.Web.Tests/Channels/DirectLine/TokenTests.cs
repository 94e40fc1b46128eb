using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Channels.DirectLine;

public sealed class TokenTests : IDisposable
{
    private readonly Site site = new();

    [Fact]
    public async Task The_user_claim_is_an_id_minted_by_the_server()
    {
        var chat = await (await Invited.To(site)).Chats();
        var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(chat.Token.Split('.')[1])).RootElement;
        Assert.StartsWith("dl_", payload.GetProperty("user").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refreshing_keeps_the_conversation()
    {
        var chat = await (await Invited.To(site)).Chats();
        var fresh = await (await chat.Post("tokens/refresh", null)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(chat.Conversation, fresh.GetProperty("conversationId").GetString());
        Assert.True(fresh.GetProperty("expires_in").GetInt32() > 0);
        Assert.Equal(HttpStatusCode.OK,
            (await chat.Get($"conversations/{chat.Conversation}/activities", fresh.GetProperty("token").GetString())).StatusCode);
    }

    [Fact]
    public async Task Hostile_tokens_are_refused()
    {
        var chat = await (await Invited.To(site)).Chats();
        var parts = chat.Token.Split('.');
        var none = Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"directline+jwt"}"""));
        foreach (var hostile in new[] { "x", "a.b.c", $"{none}.{parts[1]}.", $"{parts[0]}.{parts[1]}.AAAA", chat.Token[..^4] + "AAAA", new string('a', 8000) })
        {
            var answer = await chat.Get($"conversations/{chat.Conversation}/activities", hostile);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("error", out _));
        }
    }

    [Fact]
    public async Task Without_a_token_nothing_is_open()
    {
        using var client = site.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync(new Uri("/v3/directline/conversations", UriKind.Relative), null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync(new Uri("/v3/directline/tokens/generate", UriKind.Relative), null)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "session/getsessionid")]
    [InlineData("OPTIONS", "conversations")]
    [InlineData("DELETE", "conversations/x")]
    public async Task What_there_is_not_is_not_found_and_no_sign_in_page(string method, string path)
    {
        using var client = site.CreateClient();
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri("/v3/directline/" + path, UriKind.Relative));
        var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("error", out _));
    }

    [Fact]
    public async Task A_revoked_link_ends_its_tokens_too()
    {
        var chat = await (await Invited.To(site)).Chats();
        await site.With(db => db.Links.ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, DateTimeOffset.UtcNow)));
        Assert.Equal(HttpStatusCode.Forbidden, (await chat.Get($"conversations/{chat.Conversation}/activities")).StatusCode);
    }

    public void Dispose() => site.Dispose();
}
