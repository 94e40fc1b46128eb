using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>
/// Fixed words that a respondent reads beside the interview, by name: prompts/channels/notices.yaml. Each went through the gate
/// when it was loaded, as a text that asks nothing.
/// </summary>
public sealed class Notices
{
    private readonly Dictionary<string, string> byName;

    private Notices(Dictionary<string, string> byName) => this.byName = byName;

    public IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>The words with their slots filled.</summary>
    /// <exception cref="ArgumentException">There is no such notice.</exception>
    public string Words(string name, params ReadOnlySpan<(string Slot, string Value)> slots)
    {
        if (!byName.TryGetValue(name, out var words))
            throw new ArgumentException($"There is no notice '{name}' in notices.yaml.", nameof(name));
        foreach (var (slot, value) in slots)
            words = words.Replace("{" + slot + "}", value, StringComparison.Ordinal);
        return words;
    }

    /// <exception cref="GuideRefusedException">A notice breaks a rule, is empty or stands twice; every place is named.</exception>
    public static Notices Load(string promptsFolder, NeutralityGate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        var path = Path.Combine(promptsFolder, "channels", "notices.yaml");
        if (!File.Exists(path))
            throw new GuideRefusedException([$"notices.yaml: not found in {Path.GetDirectoryName(path)}"]);
        var read = GuideFiles.Read<NoticesFile>(path).Notices;
        List<string> problems = [.. read.SelectMany(notice => Problems(notice, gate))];
        problems.AddRange(read.GroupBy(notice => notice.Id).Where(same => same.Count() > 1).Select(same => $"notices.yaml: '{same.Key}' stands there {same.Count()} times"));
        return problems.Count == 0 ? new(read.ToDictionary(notice => notice.Id, notice => notice.Text!.Text)) : throw new GuideRefusedException(problems);
    }

    private static IEnumerable<string> Problems(Notice notice, NeutralityGate gate) => notice.Text is not { Text.Length: > 0 } text
        ? [$"notices.yaml: '{notice.Id}' has no text"]
        : gate.Check(text.Text.Replace('{', ' ').Replace('}', ' '), new DraftContext { Move = MoveKind.Close }).Breaches
            .Where(breach => breach.Severity == RuleSeverity.Blocks)
            .Select(breach => $"notices.yaml, line {text.Line}: {breach.Rule}: {breach.Why}: \"{text.Text}\"");

    private sealed class NoticesFile
    {
        public int Version { get; set; }
        public List<Notice> Notices { get; set; } = [];
    }

    private sealed class Notice
    {
        public string Id { get; set; } = "";
        public Guides.Wording? Text { get; set; }
    }
}
