using System.Text.Json;

namespace InterviewAgent.LanguageModels.Recording;

/// <summary>A folder of recordings: PROMPT/HASH.json, readable and comparable by eye.</summary>
internal sealed class RecordingFolder(string folder)
{
    public string PathOf(string prompt, RecordedRequest request) => Path.Combine(folder, Safe(prompt), request.Hash() + ".json");

    public RecordedResponse? Find(string prompt, RecordedRequest request) =>
        PathOf(prompt, request) is var path && File.Exists(path) ? Read(path).Response : null;

    /// <summary>Whole or not at all: another run may read while this one writes.</summary>
    public void Keep(string prompt, Recorded recorded)
    {
        var path = PathOf(prompt, recorded.Request);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.CreateVersion7():N}";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(recorded, RecordedRequest.Written) + "\n");
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>The recordings of a prompt, by file name; none when there is no such folder.</summary>
    public IEnumerable<(string Path, RecordedRequest Request)> Of(string prompt) =>
        Path.Combine(folder, Safe(prompt)) is var own && Directory.Exists(own)
            ? Directory.EnumerateFiles(own, "*.json").Order(StringComparer.Ordinal).Select(path => (path, Read(path).Request)) : [];

    private static Recorded Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Recorded>(File.ReadAllText(path), RecordedRequest.Written)
                ?? throw new BadInputException(path, "this recording is empty", "Record it anew.");
        }
        catch (JsonException error)
        {
            throw new BadInputException(path, $"this recording cannot be read ({error.Message})", "Record it anew.");
        }
    }

    private static string Safe(string prompt) => string.Concat(prompt.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
}
