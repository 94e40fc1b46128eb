using System.Diagnostics;
using System.IO.Compression;
using InterviewAgent.Web.Tests.Channels.Conformance;

namespace InterviewAgent.Web.Tests.Channels.Teams;

public sealed class PackageTests
{
    [Fact]
    public async Task The_app_package_obeys_Microsofts_schema()
    {
        var folder = Directory.CreateTempSubdirectory("interview-agent-package-").FullName;
        var zip = Path.Combine(folder, "app.zip");
        // Built beside these tests, in the same configuration.
        var agent = AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "InterviewAgent.Web.Tests", "bin"), Path.Combine("src", "InterviewAgent.Cli", "bin"), StringComparison.Ordinal);
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(agent, "interview-agent.dll"), "teams", "package", "--host", "interviews.example.com", "--app-id", Connector.SignedChannel.AppId, "--out", zip]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
        await ZipFile.ExtractToDirectoryAsync(zip, folder);
        await Node.Run("manifest.mjs", ("MANIFEST", Path.Combine(folder, "manifest.json")));
        Directory.Delete(folder, recursive: true);
    }
}
