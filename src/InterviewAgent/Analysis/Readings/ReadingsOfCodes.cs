using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Analysis.Readings;

/// <summary>What findings say of a person's readings: prompts/lexicons/en/coding/readings-of-codes.yaml.</summary>
internal sealed class ReadingsOfCodes
{
    private readonly ILookup<string, CodeReadingEntry> byCode;

    private ReadingsOfCodes(IReadOnlyList<CodeReadingEntry> entries) => (Entries, byCode) = (entries, entries.ToLookup(entry => entry.Code, StringComparer.Ordinal));

    public IReadOnlyList<CodeReadingEntry> Entries { get; }

    public static ReadingsOfCodes Load(string promptsFolder)
    {
        var path = Path.Combine(promptsFolder, "lexicons", "en", "coding", "readings-of-codes.yaml");
        var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        return new ReadingsOfCodes(reader.Deserialize<List<CodeReadingEntry>>(File.ReadAllText(path)));
    }

    public IEnumerable<ReadingEvidence> Of(CodedFinding finding) =>
        from entry in byCode[finding.Code]
        where entry.Status is null || entry.Status == finding.Status
        where entry.Severity is null || entry.Severity == finding.Severity
        select new ReadingEvidence(entry.Reading, entry.Value, entry.Weight, finding.Quotes[0]);
}

internal sealed class CodeReadingEntry
{
    public string Code { get; set; } = "";
    public ReadingDimension Reading { get; set; }
    public double Value { get; set; }
    public double Weight { get; set; }
    public CommitmentStatus? Status { get; set; }
    public int? Severity { get; set; }
    public string Example { get; set; } = "";
}

/// <summary>One sign of a reading: its value on the dimension's scale, how much it counts, and the words it rests on.</summary>
internal readonly record struct ReadingEvidence(ReadingDimension Dimension, double Value, double Weight, QuoteSpan Quote);
