using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Insights.Digests;

/// <summary>The words of prompts/insights/texts/digest.yaml.</summary>
public sealed partial class DigestTexts
{
    private readonly File file;

    private DigestTexts(File file) => this.file = file;

    public MailPart Mail => file.Mail;
    public PagePart Unsubscribe => file.Unsubscribe;
    public string Turn => file.Turn;
    public string Gone => file.Gone;

    /// <exception cref="BadInputException">The file cannot be read, or a sentence has a slot that nothing fills; the place is named.</exception>
    public static DigestTexts Load(string promptsFolder)
    {
        var path = Path.Combine(promptsFolder, "insights", "texts", "digest.yaml");
        try
        {
            var file = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<File>(System.IO.File.ReadAllText(path));
            var missing = Enum.GetValues<DigestSection>().Select(Key).Except(file.Sections.Keys).Concat(Sentences.Except(file.Sentences.Keys)).ToList();
            return missing.Count == 0 ? new(file) : throw new BadInputException(path, $"it lacks {string.Join(", ", missing)}", "Write these sentences.");
        }
        catch (YamlException broken)
        {
            throw new BadInputException(path, $"line {broken.Start.Line}: {broken.InnerException?.Message ?? broken.Message}", "Mend this line.");
        }
    }

    public string Title(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return Fill(file.Title, ("week", Day(digest.Week)));
    }

    public string Subject(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var flags = digest.In(DigestSection.Flags).Count(claim => claim.FlagId is not null);
        return Fill(file.Subject, ("week", Day(digest.Week)), ("flags", Number("flags", flags)));
    }

    public string For(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return DigestAudience.Owner(digest.For) is { } owner ? Fill(file.ForOwner, ("owner", owner)) : file.ForAll;
    }

    public string Section(Digest digest, DigestSection section)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return Fill(file.Sections[Key(section)], ("since", Day(digest.Since)));
    }

    /// <summary>A sentence with its numbers; where a number is not given its slot stays, which a test would find.</summary>
    internal string Say(string id, int? people = null, int? accounts = null, params (string, string)[] slots) => Fill(file.Sentences[id],
        [.. slots, ("people", people is { } p ? Number("people", p) : "{people}"), ("accounts", accounts is { } a ? Number("accounts", a) : "{accounts}")]);

    internal string Detail(DigestFlag flag) => Fill(file.Detail,
        ("kind", file.Kinds[flag.Kind == FlagKind.SilentSufferer ? "silent-sufferer" : "at-risk"]), ("people", Number("people", flag.People)),
        ("accounts", Number("accounts", 1)), ("n", Plain(flag.Day)), ("owner", flag.Owner is { } owner ? Fill(file.Owner, ("owner", owner)) : ""));

    /// <summary>Why it is called, in one short sentence; of the kinds of evidence the two strongest.</summary>
    internal string Reason(DigestFlag flag) => Reason(flag.Kind, flag.Why, flag.Evidence);

    internal string Reason(FlagKind of, string why, IReadOnlyList<Evidence> evidence) => of != FlagKind.SilentSufferer || evidence.Count == 0 ? why
        : Fill(file.Reason, ("list", string.Join(file.And, evidence.Take(2).Select(kind => Fill(file.Reasons.GetValueOrDefault(Name(kind)) ?? Name(kind), ("people", Number("people", kind.People)))))));

    /// <summary>One kind of evidence as a fact of its own: how many people, until when.</summary>
    internal string Evidence(Evidence evidence)
    {
        var name = Name(evidence);
        return Fill(file.Evidence.GetValueOrDefault(name) ?? name, ("people", Number("people", evidence.People)), ("day", Day(evidence.Latest)));
    }

    private static string Name(Evidence evidence) => System.Text.Json.JsonSerializer.Serialize(evidence.Kind).Trim('"');

    internal string Outcome(string id, int n) => Fill(file.Outcomes[id], ("n", Plain(n)));

    internal string Number(string noun, int n) => Fill(file.Nouns[noun][n == 1 ? 0 : 1], ("n", Plain(n)));

    internal static string Plain(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Key(DigestSection section) => section.ToString().ToLowerInvariant();

    /// <summary>In one pass: what fills a slot is never read as a template.</summary>
    private static string Fill(string text, params (string Name, string Value)[] slots) => Slots().Replace(text, slot =>
        slots.FirstOrDefault(one => one.Name == slot.Groups[1].Value).Value ?? slot.Value);

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slots();

    private static readonly string[] Sentences =
    [
        "coverage", "coverage-nobody", "quiet-one", "quiet", "heard-more", "heard-fewer", "heard-same", "flags-new", "flags-none", "flags-wait", "theme-new",
        "theme-grown", "theme-shrunk", "theme-gone", "themes-none", "done", "done-none",
    ];

    private sealed class File
    {
        public int Version { get; set; }
        public string Title { get; set; } = "";
        public string Subject { get; set; } = "";
        public string ForAll { get; set; } = "";
        public string ForOwner { get; set; } = "";
        public Dictionary<string, string[]> Nouns { get; set; } = [];
        public Dictionary<string, string> Sections { get; set; } = [];
        public Dictionary<string, string> Sentences { get; set; } = [];
        public Dictionary<string, string> Outcomes { get; set; } = [];
        public Dictionary<string, string> Kinds { get; set; } = [];
        public string Reason { get; set; } = "";
        public string And { get; set; } = "";
        public Dictionary<string, string> Reasons { get; set; } = [];
        public Dictionary<string, string> Evidence { get; set; } = [];
        public string Detail { get; set; } = "";
        public string Owner { get; set; } = "";
        public string Turn { get; set; } = "";
        public string Gone { get; set; } = "";
        public MailPart Mail { get; set; } = new();
        public PagePart Unsubscribe { get; set; } = new();
    }

    public sealed class MailPart
    {
        public string Open { get; set; } = "";
        public string Foot { get; set; } = "";
        public string Unsubscribe { get; set; } = "";
    }

    public sealed class PagePart
    {
        public string Title { get; set; } = "";
        public string Text { get; set; } = "";
        public string Button { get; set; } = "";
        public string Done { get; set; } = "";
    }
}
