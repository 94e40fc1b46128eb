using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Privacy.Erasures;

/// <summary>
/// The list of all erasures, one JSON object a line, outside of the database: what a backup brings back is erased again by it. Lines are
/// appended and flushed to the disk; a line that a crash cut is passed over, for its erasure is still in the store and is written again.
/// </summary>
internal sealed class ErasedFile(string path) : IDisposable
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly SemaphoreSlim alone = new(1);
    private HashSet<Erasure>? known;

    public async Task<IReadOnlyCollection<Erasure>> Read(CancellationToken cancellation)
    {
        await alone.WaitAsync(cancellation);
        try
        {
            return known = await Lines(cancellation);
        }
        finally
        {
            alone.Release();
        }
    }

    private async Task<HashSet<Erasure>> Lines(CancellationToken cancellation)
    {
        HashSet<Erasure> read = [];
        if (File.Exists(path))
        {
            await foreach (var line in File.ReadLinesAsync(path, cancellation))
            {
                if (Parsed(line) is { } erasure)
                {
                    read.Add(erasure);
                }
            }
        }
        return read;
    }

    /// <summary>Those that are in the list already are not written twice.</summary>
    public async Task Append(IEnumerable<Erasure> erasures, CancellationToken cancellation)
    {
        await alone.WaitAsync(cancellation);
        try
        {
            known ??= await Lines(cancellation);
            var added = erasures.Distinct().Where(erasure => !known.Contains(erasure)).ToList();
            if (added.Count > 0)
            {
                await Write(added, cancellation);
                known.UnionWith(added); // Not before they are on the disk: what failed is written with the next.
            }
        }
        finally
        {
            alone.Release();
        }
    }

    private async Task Write(IReadOnlyList<Erasure> added, CancellationToken cancellation)
    {
        // In one write, and behind a line end: another process may append too, and a crash may have left half a line.
        var lines = Encoding.UTF8.GetBytes("\n" + string.Concat(added.Select(erasure => JsonSerializer.Serialize(erasure, Json) + "\n")));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); // With PostgreSQL nothing else lies there.
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await file.WriteAsync(lines, cancellation);
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => alone.Dispose();

    private static Erasure? Parsed(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Erasure>(line, Json) is { } erasure && erasure.Respondent != Guid.Empty ? erasure : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
