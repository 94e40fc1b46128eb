using System.Net;
using InterviewAgent.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Proxies;

internal static class ProxySetup
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ProxyOptions>(configuration, "Proxy");
        return services.AddSingleton<IValidateOptions<ProxyOptions>, CheckProxies>();
    }

    /// <summary>First in the pipeline: who asked, by which scheme and host and under which path. From known proxies only.</summary>
    public static void UseProxies(this WebApplication app)
    {
        var proxy = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value;
        if (proxy.Known.Count + proxy.KnownNetworks.Count > 0)
        {
            ForwardedHeadersOptions headers = new() { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
            // The framework believes loopback unasked.
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            proxy.Known.ForEach(one => headers.KnownProxies.Add(IPAddress.Parse(one)));
            proxy.KnownNetworks.ForEach(one => headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(one)));
            app.UseForwardedHeaders(headers);
        }

        if (proxy.PathBase.Length > 0)
        {
            app.UsePathBase(proxy.PathBase);
        }
    }
}
