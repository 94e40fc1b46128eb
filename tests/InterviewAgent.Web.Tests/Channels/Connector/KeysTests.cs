using System.Net;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>The issuer's keys: asked for once, changed when they change, kept when the issuer is away.</summary>
public sealed class KeysTests : IAsyncLifetime
{
    private ConnectorSite site = null!;

    public async Task InitializeAsync() => site = await ConnectorSite.Start();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Keys_are_read_once_however_many_messages_come_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Accepted()));
        Assert.Equal(2, site.Channel.Issuer.Fetched.Count);
    }

    [Fact]
    public async Task The_first_message_with_a_new_key_is_accepted_and_the_old_key_ends()
    {
        await Accepted();
        var old = site.Channel.Issuer.Key;
        site.Channel.Issuer.Rotate();
        await Accepted();
        using var late = await site.Post(token: token => new(old) { Audience = token.Audience, ServiceUrl = token.ServiceUrl });
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Fact]
    public async Task A_rotation_is_noticed_right_after_somebody_made_up_a_key_id()
    {
        await Accepted();
        using var madeUp = await site.Post(token: token => token with { KeyId = "made-up" });
        Assert.Equal(HttpStatusCode.Unauthorized, madeUp.StatusCode);
        site.Channel.Issuer.Rotate();
        await Accepted();
    }

    [Fact]
    public async Task Known_keys_work_while_the_issuer_is_away()
    {
        await Accepted();
        site.Channel.Issuer.Status = 500;
        await Accepted();
        using var madeUp = await site.Post(token: token => token with { KeyId = "made-up" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, madeUp.StatusCode);
        await Accepted();
    }

    [Fact]
    public async Task Without_any_key_the_answer_is_503_until_the_issuer_is_back()
    {
        site.Channel.Issuer.Status = 503;
        using var first = await site.Post();
        using var second = await site.Post();
        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable], [first.StatusCode, second.StatusCode]);
        Assert.NotNull(first.Headers.RetryAfter);

        site.Channel.Issuer.Status = 200;
        for (var until = DateTimeOffset.UtcNow.AddSeconds(15); ; await Task.Delay(200))
        {
            using var later = await site.Post();
            if (later.StatusCode == HttpStatusCode.Accepted)
            {
                return;
            }
            Assert.True(DateTimeOffset.UtcNow < until, "the issuer is back and nobody asked it");
        }
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("{}")]
    [InlineData("{\"keys\":[]}")]
    public async Task A_broken_document_does_not_drive_out_the_known_keys(string document)
    {
        await Accepted();
        site.Channel.Issuer.Instead = document;
        using var madeUp = await site.Post(token: token => token with { KeyId = "made-up" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, madeUp.StatusCode);
        await Accepted();
    }

    [Fact]
    public async Task A_key_without_endorsements_is_403()
    {
        site.Channel.Issuer.Publish(new SigningKey());
        using var answer = await site.Post();
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_made_up_key_id_is_401_and_asked_for_once()
    {
        for (var i = 0; i < 25; i++)
        {
            using var answer = await site.Post(token: token => token with { KeyId = "made-up" });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        Assert.Equal(2, site.Channel.Issuer.Fetched.Count); // Metadata and keys.
    }

    [Fact]
    public async Task However_many_key_ids_are_made_up_the_issuer_is_asked_six_times_a_minute()
    {
        for (var i = 0; i < 40; i++)
        {
            using var answer = await site.Post(token: token => token with { KeyId = $"made-up-{i}" });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        Assert.True(site.Channel.Issuer.Fetched.Count <= 12, $"{site.Channel.Issuer.Fetched.Count} documents");
        using var good = await site.Post();
        Assert.Equal(HttpStatusCode.Accepted, good.StatusCode);
    }

    private async Task Accepted()
    {
        using var answer = await site.Post();
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }
}
