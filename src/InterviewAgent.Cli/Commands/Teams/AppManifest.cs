using System.Text.Json.Serialization;

namespace InterviewAgent.Cli.Commands.Teams;

/// <summary>
/// The manifest of a Microsoft 365 app with one bot in personal chats, as Microsoft's schema of this version has it. The app takes the
/// bot's id as its own, so that the same command makes an update and not a second app.
/// </summary>
internal sealed record AppManifest(
    [property: JsonIgnore] Guid AppId, [property: JsonIgnore] string Host, [property: JsonIgnore] string Vendor,
    [property: JsonIgnore] string PrivacyUrl, [property: JsonIgnore] string TermsUrl)
{
    public const int LongestDeveloper = 32;
    private const string SchemaVersion = "1.30";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = $"https://developer.microsoft.com/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.schema.json";
    public string ManifestVersion { get; } = SchemaVersion;
    public string Version { get; } = typeof(AppManifest).Assembly.GetName().Version?.ToString(3) ?? "1.0.0";
    public Guid Id => AppId;
    public object Developer => new { name = Vendor, websiteUrl = $"https://{Host}/", privacyUrl = PrivacyUrl, termsOfUseUrl = TermsUrl };
    public object Name => new { @short = "Check-in interviews", full = $"Check-in interviews for {Vendor}" };
    public object Description => new
    {
        @short = "Short check-in interviews by an AI interviewer, in a private chat.",
        full = $"An AI interviewer asks, on behalf of {Vendor}, how the product is used in daily work. A check-in takes about eight minutes, in a private chat. "
            + "You can skip or stop at any time, choose who sees your words, and delete your answers. Nothing is read in groups or channels.",
    };
    public object Icons { get; } = new { color = AppPackage.ColorIcon, outline = AppPackage.OutlineIcon };
    public string AccentColor { get; } = "#0B5CAD";
    public object[] Bots =>
    [
        new
        {
            botId = AppId, scopes = Personal, supportsFiles = false, isNotificationOnly = false,
            commandLists = new object[] { new { scopes = Personal, commands = Commands } },
        },
    ];
    public string[] ValidDomains => [Host];

    private static readonly string[] Personal = ["personal"];

    private static object[] Commands =>
    [
        new { title = "Who sees this?", description = "Who reads your answers, and what you can choose" },
        new { title = "Continue later", description = "Leave the check-in and come back to where you were" },
        new { title = "Stop", description = "End the check-in; nothing more is asked" },
        new { title = "Delete my answers", description = "Remove what you wrote in the check-in, for good" },
    ];
}
