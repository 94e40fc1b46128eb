using System.Buffers.Binary;
using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using InterviewAgent.Cli;
using InterviewAgent.Cli.Commands.Teams;

namespace InterviewAgent.Tests.Cli.Commands.Teams;

public sealed class PackageTests : IDisposable
{
    private const string AppId = "3f2c0a9e-6f0b-4c1e-9d5a-0b7c8e2f4a11";
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-package-").FullName;

    [Fact]
    public async Task The_package_is_one_bot_in_private_chats_on_our_host()
    {
        var path = Path.Combine(folder, "app.zip");
        var (code, data, _) = await Package("--host", "Interviews.Example.com", "--app-id", AppId.ToUpperInvariant(), "--out", path, "--developer", "Contoso");
        Assert.Equal((Exit.Ok, path), (code, data.Trim()));
        using var zip = await ZipFile.OpenReadAsync(path);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        using var manifest = JsonDocument.Parse(await zip.Entries[0].OpenAsync());
        var bot = manifest.RootElement.GetProperty("bots")[0];
        Assert.Equal(AppId, bot.GetProperty("botId").GetString());
        Assert.Equal(["personal"], bot.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!));
        Assert.Equal("interviews.example.com", manifest.RootElement.GetProperty("validDomains")[0].GetString());
        Assert.Equal("https://interviews.example.com/privacy", manifest.RootElement.GetProperty("developer").GetProperty("privacyUrl").GetString());
        Assert.Equal((192, 192), Size(zip.Entries[1]));
        Assert.Equal((32, 32), Size(zip.Entries[2]));
    }

    [Fact]
    public async Task The_same_input_makes_the_same_bytes()
    {
        var paths = new[] { "a.zip", "b.zip" }.Select(name => Path.Combine(folder, name)).ToList();
        foreach (var path in paths)
        {
            await Package("--host", "interviews.example.com", "--app-id", AppId, "--out", path);
        }

        Assert.Equal(await File.ReadAllBytesAsync(paths[0]), await File.ReadAllBytesAsync(paths[1]));
    }

    [Theory]
    [InlineData("--host", "https://interviews.example.com")]
    [InlineData("--host", "interviews.example.com:443")]
    [InlineData("--host", "localhost")]
    [InlineData("--host", "10.0.0.1")]
    [InlineData("--host", "")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("--app-id", "my bot")]
    [InlineData("--privacy-url", "http://example.com/privacy")]
    [InlineData("--developer", "A company whose name is longer than Teams shows")]
    [InlineData("--out", "/nowhere/at/all/app.zip")]
    public async Task What_cannot_be_used_is_named_with_its_mend_and_nothing_is_written(string option, string value)
    {
        var path = Path.Combine(folder, "app.zip");
        Dictionary<string, string> options = new() { ["--host"] = "interviews.example.com", ["--app-id"] = AppId, ["--out"] = path };
        options[option] = value;
        var (code, data, talk) = await Package([.. options.SelectMany(one => new[] { one.Key, one.Value })]);
        Assert.Equal((Exit.BadInput, ""), (code, data));
        Assert.StartsWith(option, talk, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    private static async Task<(int Code, string Data, string Talk)> Package(params string[] args)
    {
        using StringWriter data = new();
        using StringWriter talk = new();
        var code = await CommandLine.Run(new RootCommand { new Command("teams") { PackageCommand.Create() } }, ["teams", "package", .. args], data, talk);
        return (code, data.ToString(), talk.ToString());
    }

    /// <summary>Width and height stand at byte 16 of every PNG.</summary>
    private static (int Width, int Height) Size(ZipArchiveEntry icon)
    {
        var head = new byte[24];
        using var stream = icon.Open();
        stream.ReadExactly(head);
        return (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
