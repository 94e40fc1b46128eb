using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>Odd claims, broken bytes and raw requests: always an answer of the contract, never a 500.</summary>
public sealed class FuzzTests : IClassFixture<SharedConnectorSite>
{
    private static readonly int[] OfTheContract = [200, 202, 400, 401, 403, 413, 415, 501];
    private readonly ConnectorSite site;

    public FuzzTests(SharedConnectorSite shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        site = shared.Site;
        site.Recorder.Reset();
    }

    [Theory]
    [InlineData("exp", "\"soon\"", 401)]
    [InlineData("exp", "1e400", 401)]
    [InlineData("exp", "-1", 401)]
    [InlineData("exp", "[4102444800]", 401)]
    [InlineData("exp", "null", 401)]
    [InlineData("nbf", "99999999999999999999", 401)]
    [InlineData("iss", "7", 401)]
    [InlineData("iss", "[\"https://api.botframework.com\"]", 401)]
    [InlineData("aud", "{}", 401)]
    [InlineData("aud", "[]", 401)]
    [InlineData("aud", "[\"11111111-2222-4333-8444-555555555555\",\"somebody else\"]", 401)]
    [InlineData("aud", "\"api://11111111-2222-4333-8444-555555555555\"", 401)]
    [InlineData("serviceurl", "[]", 403)]
    [InlineData("serviceurl", "{\"a\":1}", 403)]
    [InlineData("serviceurl", "\"\"", 403)]
    [InlineData("serviceurl", "null", 403)]
    [InlineData("serviceUrl", "\"https://evil.example\"", 202)]
    [InlineData("tid", "7", 202)]
    public async Task A_signed_claim_that_is_odd_gets_its_status(string name, string json, int status)
    {
        using var answer = await site.Post(token: token => token with { Odd = (name, json) });
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Broken_bytes_never_break_the_server()
    {
        var random = new Random(20261122);
        var authorization = "Bearer " + site.Channel.Token();
        for (var i = 0; i < 400; i++)
        {
            var body = Broken(Encoding.UTF8.GetBytes(Odd(random).ToJsonString()), random, changes: i % 8);
            using ByteArrayContent content = new(body);
            content.Headers.ContentType = new("application/json");
            using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative)) { Content = content };
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var answer = await site.Client.SendAsync(request);
            Assert.True(OfTheContract.Contains((int)answer.StatusCode), $"{(int)answer.StatusCode} for {Convert.ToBase64String(body)}");
        }
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nPOST /api/messages HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n\r\n{\"a\":1}")]
    [InlineData("Content-Length: -1\r\n\r\n{}")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Content-Length : 2\r\n\r\n{}")]
    [InlineData("Authorization: Bearer a\r\nAuthorization: Bearer b\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("X: a\nAuthorization: Bearer b\r\nContent-Length: 2\r\n\r\n{}")]
    public async Task A_request_that_means_two_things_is_refused(string rest)
    {
        await using Site raw = new() { Settings = site.Channel.Settings };
        raw.UseKestrel(0);
        raw.StartServer();
        using var address = raw.CreateClient();
        using TcpClient socket = new();
        await socket.ConnectAsync("127.0.0.1", address.BaseAddress!.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}"));
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        var status = Encoding.ASCII.GetString(buffer, 0, read);
        Assert.True(read == 0 || status.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), status);
    }

    /// <summary>An activity in which some members are of another kind than they should be.</summary>
    private JsonObject Odd(Random random)
    {
        var activity = site.Channel.Activity("A 12% déjà-vu \U0001F600 \"quoted\" answer");
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["verb"] = "say", ["data"] = new JsonArray(1, null, "x") } };
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Bot</at>" }, null);
        activity["type"] = new[] { "message", "invoke", "conversationUpdate", "x" }[random.Next(4)];
        var names = activity.Select(member => member.Key).ToList();
        for (var i = random.Next(3); i > 0; i--)
        {
            activity[names[random.Next(names.Count)]] = random.Next(7) switch
            {
                0 => null,
                1 => JsonValue.Create(random.NextDouble() * 1e300),
                2 => new JsonArray(),
                3 => new JsonObject(),
                4 => JsonValue.Create(true),
                5 => JsonValue.Create(new string('\u202E', 5000)),
                _ => JsonValue.Create("\0\uFFFF'; DROP TABLE Turns; -- {{7*7}} ${jndi:ldap://x} ../../etc/passwd"),
            };
        }
        return activity;
    }

    private static byte[] Broken(byte[] body, Random random, int changes)
    {
        for (var i = 0; i < changes && body.Length > 0; i++)
        {
            var at = random.Next(body.Length);
            body = random.Next(4) switch
            {
                0 => body[..at],
                1 => [.. body[..at], (byte)random.Next(256), .. body[at..]],
                2 => [.. body[..at], .. "\\ud800"u8, .. body[at..]],
                _ => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
            };
        }
        return body;
    }
}
