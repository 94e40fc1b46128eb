using System.ComponentModel.DataAnnotations;
using InterviewAgent.Privacy;

namespace InterviewAgent.Web.SignIn.OpenIdConnect;

/// <summary>Section "OpenIdConnect": where staff sign in. Off while <see cref="Authority"/> is empty.</summary>
internal sealed class OpenIdOptions : IValidatableObject
{
    public const string Section = "OpenIdConnect";

    /// <summary>The client's secret is taken from here and never from a file; none is needed where the provider takes PKCE alone.</summary>
    public const string SecretVariable = "INTERVIEW_AGENT_OIDC_SECRET";

    /// <summary>The issuer's address, such as https://login.microsoftonline.com/TENANT/v2.0; its /.well-known/openid-configuration is read.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>What the button says: "Sign in with …".</summary>
    public string Name { get; set; } = "your organisation";

    /// <summary>Asked for beside "openid".</summary>
    public string Scopes { get; set; } = "profile email";

    /// <summary>The claim under whose value everything is audited; where it is missing: email, then sub.</summary>
    public string NameClaim { get; set; } = "preferred_username";

    /// <summary>The claim that holds a person's roles or groups.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>A value of that claim, and the role it gives: Leader, Manager, Researcher or Admin. Who has none stays outside.</summary>
    public Dictionary<string, ViewerRole> Roles { get; set; } = [];

    /// <summary>The claim that names a manager as the accounts' owner column does. It decides whose accounts they see: take one that only administrators can change.</summary>
    public string OwnerClaim { get; set; } = "";

    public bool IsOn => Authority.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            yield break;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return new ValidationResult("It is an https address; plain http only on this machine.", [nameof(Authority)]);
        }

        if (ClientId.Length == 0)
        {
            yield return new ValidationResult("The id under which this server is registered with the provider is missing.", [nameof(ClientId)]);
        }

        if (Roles.ContainsValue(ViewerRole.Manager) && OwnerClaim.Length == 0)
        {
            yield return new ValidationResult("A manager sees their own accounts: say which claim names them as the accounts' owner column does.", [nameof(OwnerClaim)]);
        }

        if (Roles.Count == 0)
        {
            yield return new ValidationResult("Nobody could enter: say which value of the role claim gives which role.", [nameof(Roles)]);
        }
    }
}
