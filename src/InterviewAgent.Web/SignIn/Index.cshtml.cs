using Microsoft.AspNetCore.Authorization;
using InterviewAgent.Web.SignIn.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.SignIn;

/// <summary>Where a closed page sends those who are not signed in.</summary>
[AllowAnonymous]
public sealed class IndexModel(IServiceProvider services) : PageModel
{
    /// <summary>How the provider's button is called; null: there is no provider.</summary>
    public string? Provider { get; private set; }
    public string ProviderHref { get; private set; } = "";

    /// <summary>Why a sign-in did not work; never anything that the address brings.</summary>
    public string? Problem { get; private set; }

    public void OnGet(string? to, string? why)
    {
        var options = services.GetRequiredService<IOptions<OpenIdOptions>>().Value;
        Provider = options.IsOn ? options.Name : null;
        ProviderHref = QueryHelpers.AddQueryString(OpenIdSetup.Start, "to", to ?? Request.PathBase + "/");
        Problem = why switch
        {
            "role" => "You are known there and have no role here. Ask whoever runs this server.",
            "ended" => "Your session has ended. Sign in again to go on.",
            "failed" => "That sign-in did not work. Try again; if it stays so, whoever runs this server finds the reason in its log.",
            _ => null,
        };
    }
}
