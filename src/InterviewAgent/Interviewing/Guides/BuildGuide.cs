using static InterviewAgent.Interviewing.Guides.GuideFiles;

namespace InterviewAgent.Interviewing.Guides;

/// <summary>Joins the fixed core, one side's adaptive layer and the texts into a guide; names what is missing.</summary>
internal static class BuildGuide
{
    internal const string LastTopic = "not-asked";

    internal static Guide From(CoreFile core, SideFile side, TextsFile texts, Phase phase, string hash)
    {
        var name = phase.ToString().ToLowerInvariant();
        if (!core.Phases.TryGetValue(name, out var asked))
            throw new GuideRefusedException([$"core.yaml: phase '{name}' is missing; list its core questions under phases"]);
        var topics = core.Topics.ToDictionary(entry => entry.Id, entry => new Topic(entry.Id, Worded(entry, entry.Id, "core.yaml")));
        var unknown = asked.Append(LastTopic).Where(id => !topics.ContainsKey(id))
            .Select(id => $"core.yaml: phase '{name}' names topic '{id}', which is not under topics").ToList();
        if (unknown.Count > 0)
            throw new GuideRefusedException(unknown);
        return new Guide($"{side.Id}-{name}", side.Side, phase, hash,
            asked.ConvertAll(id => topics[id]), topics[LastTopic],
            core.Pairs.ConvertAll(pair => new Pair(pair.Favourable, pair.Unfavourable)),
            side.Probes.ToDictionary(topic => topic.Key, topic => Probes(topic.Key, topic.Value, $"{side.Id}.yaml")),
            Probes("quote", texts.Quotes, "texts.yaml"),
            texts.Texts.ToDictionary(entry => entry.Id, entry => Worded(entry, entry.Id, "texts.yaml")),
            texts.Acknowledgements.ConvertAll(wording => wording.Text), texts.Covered?.Text ?? "");
    }

    private static IReadOnlyList<Probe> Probes(string topic, Dictionary<ProbeKind, List<TextEntry>> kinds, string file) =>
        [.. kinds.SelectMany(kind => kind.Value.Select((entry, index) =>
        {
            var id = $"{topic}.{kind.Key.ToString().ToLowerInvariant()}.{index + 1}";
            return new Probe(id, kind.Key, Worded(entry, id, file));
        }))];

    private static Template Worded(TextEntry entry, string id, string file)
    {
        var ask = entry.Ask ?? throw new GuideRefusedException([$"{file}: '{id}' has no ask"]);
        return new Template(id, ask, entry.Twin ?? (ask.HasSlots ? entry.Plain : null) ?? ask, entry.Plain);
    }
}
