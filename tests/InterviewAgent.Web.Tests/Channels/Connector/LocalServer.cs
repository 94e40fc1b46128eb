using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>Kestrel on a free port of this machine: what stands in for Microsoft's side is a server too.</summary>
public abstract class LocalServer : IAsyncDisposable
{
    private readonly WebApplication app;

    protected LocalServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
    }

    /// <summary>"http://127.0.0.1:12345", without a slash at the end.</summary>
    public string Address => app.Urls.First();

    protected async Task Listen(Action<WebApplication> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        map(app);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        using CancellationTokenSource now = new(TimeSpan.FromMilliseconds(200));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
