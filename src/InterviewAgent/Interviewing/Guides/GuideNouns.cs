namespace InterviewAgent.Interviewing.Guides;

/// <summary>The words a guide itself uses: what R9 lets a question name beside the respondent's own.</summary>
internal static class GuideNouns
{
    internal static IReadOnlyCollection<string> Of(Guide guide) => Cache.GetValue(guide, Collect);

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Guide, IReadOnlyCollection<string>> Cache = [];

    private static IReadOnlyCollection<string> Collect(Guide guide) =>
        guide.Topics.Append(guide.Last).Select(topic => topic.Question)
            .Concat(guide.Probes.Values.SelectMany(probes => probes).Concat(guide.QuoteProbes).Select(probe => probe.Wording))
            .SelectMany(template => new[] { template.Ask, template.Twin, template.Plain })
            .OfType<Wording>()
            .SelectMany(wording => wording.Text.Split([' ', ',', '.', '?', '"', '{', '}'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length > 2)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
