namespace InterviewAgent.Web.Channels.Connector.Outbound;

internal enum CredentialKind
{
    /// <summary>A client secret, the default of a single-tenant bot.</summary>
    Secret,
    Certificate,

    /// <summary>The identity of the machine it runs on, with the bot's app id: no secret is kept anywhere.</summary>
    ManagedIdentity,
}

/// <summary>Section "Connector:Credential": how the bot proves who it is when it asks for its own token.</summary>
internal sealed class CredentialOptions
{
    public CredentialKind Kind { get; set; }

    /// <summary>Set it in the environment (INTERVIEW_AGENT__Connector__Credential__Secret) and not in a file.</summary>
    public string Secret { get; set; } = "";

    /// <summary>A PFX or PEM file with its private key; a relative path counts from the folder of appsettings.json.</summary>
    public string CertificateFile { get; set; } = "";
    public string CertificatePassword { get; set; } = "";

    /// <summary>What is missing; empty: nothing.</summary>
    public string Missing => this switch
    {
        { Kind: CredentialKind.Secret, Secret: "" } => nameof(Secret),
        { Kind: CredentialKind.Certificate, CertificateFile: "" } => nameof(CertificateFile),
        _ => "",
    };
}
