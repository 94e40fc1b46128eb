using System.Text.Json;
using System.Text.RegularExpressions;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Invitations;
using Words = InterviewAgent.Interviewing.Guides.Wording;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>The words of prompts/insights/texts/call-note.yaml. Every question keeps to the interviewer's policy, as read and as filled.</summary>
public sealed partial class CallNoteTexts
{
    private static readonly Dictionary<string, string> Samples = new() { ["product"] = "Rotara", ["task"] = "the weekly plan" };
    private static readonly char[] Separators = [' ', ',', '.', '?', '{', '}'];

    private static readonly string[] Leading = ["start", "last"];

    private readonly CallNoteFile file;
    private readonly NeutralityGate gate;
    private readonly IReadOnlyCollection<string> nouns;

    private CallNoteTexts(CallNoteFile file, NeutralityGate gate)
    {
        (this.file, this.gate) = (file, gate);
        // What R9 lets a question name: the file's own words, as with the guides.
        nouns = [.. file.Entries.SelectMany(one => new[] { one.Entry.Ask, one.Entry.Twin }).OfType<Words>()
            .SelectMany(words => words.Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Length > 2).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public string Internal => file.Internal;
    public IReadOnlyDictionary<string, string> Parts => file.Parts;
    public IReadOnlyDictionary<string, string> Labels => file.Labels;

    /// <exception cref="GuideRefusedException">A question breaks a rule, or something is missing; every place is named.</exception>
    public static CallNoteTexts Load(string promptsFolder, Codebook codebook, NeutralityGate gate)
    {
        ArgumentNullException.ThrowIfNull(promptsFolder);
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(gate);
        CallNoteTexts texts = new(GuideFiles.Read<CallNoteFile>(Path.Combine(promptsFolder, "insights", "texts", "call-note.yaml")), gate);
        var problems = texts.Missing(codebook).Concat(texts.file.Entries.SelectMany(one => texts.Problems(one.Id, one.Entry))).ToList();
        return problems.Count == 0 ? texts : throw new GuideRefusedException(problems);
    }

    /// <param name="part">"call", "never": a group of the file; <paramref name="id"/> is the sentence in it.</param>
    internal string Say(string part, string id, params (string Name, string Value)[] slots) => Fill(part switch
    {
        "call" => file.Call, "promise" => file.Promise, "states" => file.States, "changed" => file.Changed, "last" => file.Last,
        "flags" => file.Flags, "outcomes" => file.Outcomes, "named" => file.Named, _ => file.Never,
    } is var group && group.TryGetValue(id, out var text) ? text : "", slots);

    internal string Title(string account) => Fill(file.Title, [("account", account)]);

    internal string Why(int day, string renewal, string reason) => Fill(file.Why, [("day", Digests.DigestTexts.Plain(day)), ("renewal", renewal), ("reason", reason)]);

    internal string Renewal(bool ahead, string on, int days) => Fill(ahead ? file.RenewalAhead : file.RenewalPast, [("on", on), ("days", Digests.DigestTexts.Plain(days))]);

    internal string Closed(string outcome, string on) => Fill(file.Closed, [("outcome", outcome), ("on", on)]);

    /// <summary>"leaving or replacing it", for a list.</summary>
    internal string Kind(EvidenceKind kind) => file.Kinds[Key(kind)].Name ?? Key(kind);

    internal bool MayBeNamed(string code) => file.Codes.TryGetValue(code, out var entry) && entry.MayBeNamed;

    /// <summary>Null: nothing is asked about this code, which is no friction and no drift.</summary>
    internal string? Ask(string code, string product, string? task) => file.Codes.TryGetValue(code, out var entry) ? Asked(entry, product, task) : null;

    internal string Ask(EvidenceKind kind, string product, string? task) => Asked(file.Kinds[Key(kind)], product, task);

    internal string First(string product) => Asked(file.Open["start"], product, null);

    internal string Last(string product) => Asked(file.Open["last"], product, null);

    internal string? Step(string code) => file.Codes.TryGetValue(code, out var entry) ? entry.Step : null;

    internal string Step(EvidenceKind kind) => file.Kinds[Key(kind)].Step!;

    /// <summary>Filled with the account's names, or the twin where a name is missing or breaks a rule.</summary>
    private string Asked(CallNoteFile.Entry entry, string product, string? task)
    {
        var ask = entry.Ask!.Text;
        if (!entry.Ask.HasSlots)
        {
            return ask;
        }
        Dictionary<string, string> slots = new() { ["product"] = Slot.Clean(product), ["task"] = Slot.Clean(TaskName.Of(task)) };
        var filled = Fill(ask, [.. slots.Where(slot => slot.Value.Length > 0).Select(slot => (slot.Key, slot.Value))]);
        return filled.Contains('{', StringComparison.Ordinal) || Breaches(filled, slots.Values).Any() ? entry.Twin!.Text : filled;
    }

    private IEnumerable<string> Problems(string id, CallNoteFile.Entry entry)
    {
        if (entry.Ask is not { } ask || ask.HasSlots && (entry.Twin is null || entry.Twin.HasSlots))
        {
            return [$"call-note.yaml: '{id}' needs ask, and with slots a twin without"];
        }
        return new[] { ask, entry.Twin }.OfType<Words>().SelectMany(words => Breaches(Fill(words.Text, [.. Samples.Select(slot => (slot.Key, slot.Value))]), Samples.Values)
            .Select(breach => $"{words.File}, line {words.Line}: {breach.Rule}: {breach.Why}: \"{words.Text}\""));
    }

    private IEnumerable<Breach> Breaches(string text, IEnumerable<string> slots) => gate
        .Check(text, new DraftContext { Move = MoveKind.CoreQuestion, GuideNouns = [.. nouns, .. slots] })
        .Breaches.Where(breach => breach.Severity == RuleSeverity.Blocks);

    private IEnumerable<string> Missing(Codebook codebook)
    {
        var codes = codebook.Entries.Where(entry => entry.Kind is FindingKind.Friction or FindingKind.Drift).Select(entry => entry.Code).ToList();
        var kinds = Enum.GetValues<EvidenceKind>().Select(Key).ToList();
        return codes.Except(file.Codes.Keys).Concat(kinds.Except(file.Kinds.Keys)).Concat(Leading.Except(file.Open.Keys)).Select(id => $"call-note.yaml: '{id}' is missing")
            .Concat(file.Codes.Keys.Except(codes).Select(id => $"call-note.yaml: '{id}' is no friction and no drift of the codebook"))
            .Concat(file.Codes.Concat(file.Kinds).Where(pair => string.IsNullOrWhiteSpace(pair.Value.Step)).Select(pair => $"call-note.yaml: '{pair.Key}' needs a step"))
            .Concat(Needed.SelectMany(group => group.Ids.Where(id => Say(group.Part, id).Length == 0).Select(id => $"call-note.yaml: '{group.Part}' needs {id}")));
    }

    private static readonly (string Part, string[] Ids)[] Needed =
    [
        ("call", ["buyer", "sponsor", "champion", "admin", "nobody", "owner", "no-owner"]), ("promise", ["said", "undated", "source", "state", "none"]),
        ("states", ["contradicted", "changed", "forgotten", "held", "not-mentioned"]), ("changed", ["first", "same", "new", "gone", "usage", "health"]),
        ("last", ["none", "acted", "already-known", "not-useful", "taken-back", "again", "new"]), ("flags", ["silent-sufferer", "at-risk"]), ("outcomes", ["acted", "already-known", "not-useful", "taken-back"]),
        ("named", ["signed", "renewal", "promise", "usage", "people", "buyer-side", "user-side", "none"]), ("never", ["flag", "who", "words", "totals", "scores", "topics", "topic", "silence"]),
    ];

    internal static string Key(EvidenceKind kind) => JsonSerializer.Serialize(kind).Trim('"');

    /// <summary>In one pass: what fills a slot is never read as a template.</summary>
    private static string Fill(string text, (string Name, string Value)[] slots) => Slots().Replace(text, slot =>
        slots.FirstOrDefault(one => one.Name == slot.Groups[1].Value).Value ?? slot.Value);

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slots();
}
