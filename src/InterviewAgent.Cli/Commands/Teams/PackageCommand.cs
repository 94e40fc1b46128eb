using System.CommandLine;
using InterviewAgent.Interviewing;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Cli.Commands.Teams;

/// <summary><c>interview-agent teams package</c>: the zip that a Teams administrator uploads. It needs no database and no network.</summary>
internal static class PackageCommand
{
    public static Command Create()
    {
        var host = new Option<string>("--host") { Required = true, Description = "The server's public host name, such as interviews.example.com." };
        var appId = new Option<string>("--app-id") { Required = true, Description = "The bot's application id in Entra (a GUID)." };
        var file = new Option<string>("--out") { Description = "Where the zip is written.", DefaultValueFactory = _ => "interview-agent-teams.zip" };
        var developer = new Option<string?>("--developer") { Description = "Whose app it is; the vendor of the settings when left out." };
        var privacy = new Option<string?>("--privacy-url") { Description = "Your own page on privacy; the server's when left out." };
        var terms = new Option<string?>("--terms-url") { Description = "Your own terms of use; the server's when left out." };
        var command = new Command("package", "Write the app package for Teams: manifest and icons in a zip.") { host, appId, file, developer, privacy, terms };
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = HostName(parsed.GetRequiredValue(host));
            AppManifest manifest = new(
                Id(parsed.GetRequiredValue(appId)), name,
                Developer(parsed.GetValue(developer) ?? Product.Settings()[$"Interviewing:{nameof(InterviewingOptions.Vendor)}"] ?? new InterviewingOptions().Vendor),
                Address("--privacy-url", parsed.GetValue(privacy), $"https://{name}/privacy"), Address("--terms-url", parsed.GetValue(terms), $"https://{name}/terms"));
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            await AppPackage.Write(path, manifest, cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(path);
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"The bot's messaging endpoint is https://{name}/api/messages. Upload the zip in the Teams admin center.");
            return Exit.Ok;
        });
        return command;
    }

    private static string HostName(string given)
    {
        var host = given.Trim().TrimEnd('.').ToLowerInvariant();
        return host.Contains('.', StringComparison.Ordinal) && host.Length <= 253 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            && Uri.CheckHostName(host) == UriHostNameType.Dns && !host.Split('.')[^1].All(char.IsAsciiDigit)
            ? host
            : throw new BadInputException("--host", $"'{given}' is not a public host name", "Write the name alone, such as interviews.example.com: no https://, port or path.");
    }

    private static Guid Id(string given) => Guid.TryParseExact(given.Trim(), "D", out var id) && id != Guid.Empty
        ? id
        : throw new BadInputException("--app-id", $"'{given}' is not an application id", "Copy the Application (client) ID of the bot's registration in Entra, a GUID.");

    private static string Developer(string given) => given.Trim() is { Length: > 0 and <= AppManifest.LongestDeveloper } name
        ? name
        : throw new BadInputException("--developer", $"a name of {given.Trim().Length} characters does not fit", $"Teams shows 1 to {AppManifest.LongestDeveloper}; give a shorter one with --developer.");

    private static string Address(string option, string? given, string ours) =>
        given is null ? ours
        : Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && given.Length <= 2048 ? address.AbsoluteUri
        : throw new BadInputException(option, $"'{given}' is not an https address", "Write it whole, such as https://example.com/privacy.");
}
