using System.Net;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Proxies;

internal sealed class CheckProxies : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        List<string> wrong =
        [
            .. options.Known.Where(one => !IPAddress.TryParse(one, out _)).Select(one => $"Setting Proxy:Known: '{one}' is not an IP address."),
            .. options.KnownNetworks.Where(one => !IPNetwork.TryParse(one, out _))
                .Select(one => $"Setting Proxy:KnownNetworks: '{one}' is not a network such as 10.0.0.0/8."),
        ];
        if (options.PathBase is not ("" or ['/', _, ..]) || options.PathBase.EndsWith('/'))
        {
            wrong.Add("Setting Proxy:PathBase: it begins with a slash and ends without one, such as /bot.");
        }

        return wrong is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
