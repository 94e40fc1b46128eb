namespace InterviewAgent.Web.Proxies;

/// <summary>Section "Proxy": what stands between the respondents and this server. Empty: nothing does, and forwarded headers are ignored.</summary>
internal sealed class ProxyOptions
{
    /// <summary>Addresses of the proxies whose X-Forwarded-* headers are believed.</summary>
    public List<string> Known { get; set; } = [];

    /// <summary>The same as networks: "10.0.0.0/8".</summary>
    public List<string> KnownNetworks { get; set; } = [];

    /// <summary>Path under which a proxy passes this application on without taking it off: "/bot".</summary>
    public string PathBase { get; set; } = "";
}
