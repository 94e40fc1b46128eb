using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InterviewAgent.Cli.Commands.Teams;

/// <summary>Manifest and icons in a zip; the same input makes the same bytes.</summary>
internal static class AppPackage
{
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";

    private static readonly DateTimeOffset Timeless = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // A file for people, not for a page.
    };

    /// <exception cref="BadInputException">The file cannot be written; what was there is left as it was.</exception>
    public static async Task Write(string path, AppManifest manifest, CancellationToken cancellation)
    {
        try
        {
            var aside = $"{path}.{Guid.NewGuid():N}";
            await File.WriteAllBytesAsync(aside, Zip(manifest), cancellation);
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--out {path}", "the file cannot be written there", "Name a file in a folder that exists and is yours to write.");
        }
    }

    private static byte[] Zip(AppManifest manifest)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Readable));
            foreach (var icon in (string[])[ColorIcon, OutlineIcon])
            {
                Add(zip, icon, Icon(icon));
            }
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Timeless;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Icon(string name)
    {
        using var stream = typeof(AppPackage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The icon {name} is not in the assembly.");
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
