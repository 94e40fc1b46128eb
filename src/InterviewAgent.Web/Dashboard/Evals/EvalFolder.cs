using System.Text.Json;
using System.Text.RegularExpressions;
using InterviewAgent.Settings;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Dashboard.Evals;

/// <summary>
/// The runs that lie in the folder. A name from an address is looked for among the names that are there and is never made part of a
/// path; links out of the folder are not followed.
/// </summary>
internal sealed partial class EvalFolder(IOptions<EvalsOptions> options, IConfiguration configuration)
{
    private const int MostRuns = 500;
    private const int LongestHeader = 16 * 1024;
    private const long LongestSummary = 4 * 1024 * 1024;
    private const long LongestReport = 64 * 1024 * 1024;

    private string Folder => SettingsSection.Rooted(configuration, options.Value.Folder);

    /// <summary>The newest runs, newest first; what is no run is left out.</summary>
    public IReadOnlyList<EvalRunFiles> All() => [.. Files().OrderByDescending(file => file.LastWriteTimeUtc).Take(MostRuns)
        .Select(Read).OfType<EvalRunFiles>().OrderByDescending(run => run.Header.StartedAt)];

    /// <summary>Null: there is no such run.</summary>
    public EvalRunFiles? Named(string? name) => Files().FirstOrDefault(file => NameOf(file) == name) is { } file ? Read(file) : null;

    /// <summary>The report of a run; null: none was written, or it is longer than any of ours.</summary>
    public FileInfo? Report(string name) =>
        Files().FirstOrDefault(file => NameOf(file) == name) is { } run && Beside(run, ".html", LongestReport) is { } report ? report : null;

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(Folder) is { Exists: true } folder
        ? folder.EnumerateFiles("*.jsonl").Where(file => file.LinkTarget is null && Name().IsMatch(NameOf(file))) : [];

    private static EvalRunFiles? Read(FileInfo file)
    {
        if (Header(file) is not { Provenance: not null, Suite: not null } header)
        {
            return null;
        }

        // What lies beside a run of this name may have been made of an earlier one.
        var summary = Json<RunSummary>(Beside(file, ".summary.json", LongestSummary));
        var comparison = Json<RunComparison>(Beside(file, ".comparison.json", LongestSummary));
        return new EvalRunFiles(NameOf(file), header, summary is { Figures: not null, Labels: not null, Ceilings: not null } && summary.Header == header ? summary : null,
            comparison is { Scorers: not null } && comparison.StartedAt == header.StartedAt ? comparison : null, Beside(file, ".html", LongestReport) is not null);
    }

    private static RunHeader? Header(FileInfo file)
    {
        try
        {
            using var reader = file.OpenText();
            var start = new char[LongestHeader];
            var text = new string(start, 0, reader.ReadBlock(start));
            return JsonSerializer.Deserialize<RunHeader>(text.Split('\n')[0], JsonSerializerOptions.Web);
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // Half written, or no run at all.
        }
    }

    private static T? Json<T>(FileInfo? file) where T : class
    {
        try
        {
            return file is null ? null : JsonSerializer.Deserialize<T>(File.ReadAllBytes(file.FullName), JsonSerializerOptions.Web);
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileInfo? Beside(FileInfo run, string extension, long longest) =>
        new FileInfo(Path.ChangeExtension(run.FullName, extension)) is { Exists: true, LinkTarget: null } file && file.Length <= longest ? file : null;

    private static string NameOf(FileInfo file) => Path.GetFileNameWithoutExtension(file.Name);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
