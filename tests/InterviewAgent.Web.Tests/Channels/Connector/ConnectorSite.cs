using System.Text.Json.Nodes;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>The whole application as the bot of a <see cref="SignedChannel"/>, with a <see cref="Recorder"/> behind its door.</summary>
internal sealed class ConnectorSite : IAsyncDisposable
{
    private ConnectorSite(SignedChannel channel, Recorder recorder, Site site) =>
        (Channel, Recorder, Site, Client) = (channel, recorder, site, site.CreateClient());

    public SignedChannel Channel { get; }
    public Recorder Recorder { get; }
    public Site Site { get; }
    public HttpClient Client { get; }

    public static async Task<ConnectorSite> Start(params (string Key, string Value)[] settings)
    {
        var channel = await SignedChannel.Start();
        Recorder recorder = new();
        return new(channel, recorder, new Site
        {
            Settings = new(channel.Settings.Concat(settings.Select(set => KeyValuePair.Create(set.Key, set.Value)))),
            Instead = recorder.Replace,
        });
    }

    public Task<HttpResponseMessage> Post(Action<JsonObject>? activity = null, Func<ChannelToken, ChannelToken>? token = null) =>
        Channel.Post(Client, Channel.Activity("Hello", activity), token);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Site.DisposeAsync();
        await Channel.DisposeAsync();
    }
}

/// <summary>One for all tests of a class that leave it as they found it; whoever changes the issuer starts their own.</summary>
public sealed class SharedConnectorSite : IAsyncLifetime
{
    internal ConnectorSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await ConnectorSite.Start(
        ("Connector:AllowedTenants:0", SignedChannel.Tenant), ("Connector:ConversationBurst", "10000"));

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
