using System.Security.Claims;
using System.Text.Encodings.Web;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Api;

/// <summary><c>Authorization: Bearer ia_…</c>. A browser's session is worth nothing here, and a key nothing on the pages.</summary>
internal sealed class ApiKeyHandler(
    ApiKeyDoor keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "api-key";
    public const string Scope = "scope";
    public const string Key = "key";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || await keys.Find(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } key)
        {
            return AuthenticateResult.Fail("no key");
        }

        var principal = StaffClaims.Principal(new StaffMember("api: " + key.Name, key.Owner is null ? ViewerRole.Leader : ViewerRole.Manager, key.Owner));
        ((ClaimsIdentity)principal.Identity!).AddClaims(key.Scopes.Split(' ').Select(scope => new Claim(Scope, scope)).Append(new Claim(Key, key.Id.ToString("N"))));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.Of(401, "A key is needed", "Send Authorization: Bearer and a key made with `interview-agent api-keys create`.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiProblem.Of(403, "The key does not reach that far", "Make a key with the scope that this address needs; the document at /api/openapi.json names it.").ExecuteAsync(Context);
}
