using System.Security.Cryptography;
using System.Text.Json;
using InterviewAgent.Accounts;
using InterviewAgent.Accounts.Import;

namespace InterviewAgent.Interviewing.Import;

/// <summary>One line of a journeys file.</summary>
internal sealed record Journey(int Line, AccountRecord Account, IReadOnlyList<InterviewRecord> Interviews);

/// <summary>Reads account journeys, one JSON record a line (codebook.md), and names everything that is wrong with them.</summary>
internal static class JourneyFile
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 64, AllowTrailingCommas = true };

    /// <summary>The sound records of the file, one at a time; the others are in <paramref name="problems"/>.</summary>
    public static IEnumerable<Journey> Read(Stream stream, ImportProblems problems)
    {
        Dictionary<string, (int Line, string Hash)> seen = [];
        foreach (var (number, bytes) in FileLines.Read(stream))
        {
            if (bytes.Span.Trim(" \t"u8).IsEmpty || !FileLines.IsUtf8(bytes.Span, number, problems))
            {
                continue;
            }

            var before = problems.Count;
            if (ReadLine(bytes, number, problems) is { } journey && problems.Count == before
                && IsFirst(journey, bytes.Span, seen, problems))
            {
                yield return journey;
            }
        }
    }

    private static Journey? ReadLine(ReadOnlyMemory<byte> line, int number, ImportProblems problems)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Lenient);
            JsonField record = new(document.RootElement, number, "", problems);
            if (!record.IsObject())
            {
                return null;
            }

            var account = AccountRecord.Read(record);
            List<InterviewRecord> interviews =
                [.. record["interviews"].Items().Where(item => item.IsObject()).Select(InterviewRecord.Read)];
            NameTwins(interviews, problems);
            return new Journey(number, account, interviews);
        }
        catch (JsonException broken)
        {
            problems.Add(number, $"byte {broken.BytePositionInLine + 1}", "it is not a JSON record",
                "Write one whole {…} record on each line.");
            return null;
        }
    }

    private static void NameTwins(List<InterviewRecord> interviews, ImportProblems problems)
    {
        foreach (var again in interviews.GroupBy(interview => interview.Id).SelectMany(same => same.Skip(1)))
        {
            problems.Add(again.Line, $"{again.Path}.id", $"{ImportProblems.Show(again.Id)} is the id of two interviews",
                "Give every interview an id of its own.");
        }

        foreach (var again in interviews.GroupBy(interview => (interview.Participant.Id, interview.Checkpoint)).SelectMany(same => same.Skip(1)))
        {
            problems.Add(again.Line, $"{again.Path}.checkpoint",
                $"{ImportProblems.Show(again.Participant.Id)} has two interviews at {again.Checkpoint.Name()}",
                "A person is heard once at a checkpoint: give one of them another checkpoint.");
        }
    }

    private static bool IsFirst(
        Journey journey, ReadOnlySpan<byte> line, Dictionary<string, (int Line, string Hash)> seen, ImportProblems problems)
    {
        var hash = Convert.ToHexString(SHA256.HashData(line));
        var id = journey.Account.Account.Id;
        if (seen.TryAdd(id, (journey.Line, hash)))
        {
            return true;
        }

        if (seen[id].Hash == hash)
        {
            problems.Notice($"line {journey.Line} repeats line {seen[id].Line} and was skipped.");
        }
        else
        {
            problems.Add(journey.Line, "id", $"{ImportProblems.Show(id)} was already given in line {seen[id].Line}, with other contents",
                "Put everything of one account into one record.");
        }

        return false;
    }
}
