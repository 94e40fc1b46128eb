using InterviewAgent.Interviewing.Rules;

namespace InterviewAgent.Interviewing.Guides;

/// <summary>Holds a guide to the policy before it is used: every sentence through the gate, and R18 over the whole.</summary>
internal static class CheckGuide
{
    /// <summary>The texts that every guide brings, with the move they are said in.</summary>
    internal static readonly IReadOnlyDictionary<string, MoveKind> FixedTexts = new Dictionary<string, MoveKind>
    {
        ["consent"] = MoveKind.AskConsent, ["consent-again"] = MoveKind.AskConsent, ["consent-question"] = MoveKind.AskConsent, ["declined"] = MoveKind.Decline,
        ["paused"] = MoveKind.Pause, ["consent-paused"] = MoveKind.Pause, ["resume"] = MoveKind.Resume,
        ["go-on"] = MoveKind.Resume, ["kept"] = MoveKind.Resume, ["clarify"] = MoveKind.Clarify,
        ["clarify-again"] = MoveKind.Clarify, ["unreadable"] = MoveKind.Clarify, ["language"] = MoveKind.Language,
        ["question"] = MoveKind.AnswerRespondent, ["who-asks"] = MoveKind.AnswerRespondent,
        ["how-long"] = MoveKind.AnswerRespondent, ["help"] = MoveKind.AnswerRespondent,
        ["who-sees"] = MoveKind.AnswerRespondent, ["correction"] = MoveKind.AnswerRespondent,
        ["distress"] = MoveKind.SafetyText, ["security-or-legal"] = MoveKind.SafetyText, ["on-hold"] = MoveKind.SafetyText,
        ["confirm-delete"] = MoveKind.ConfirmDelete, ["deleted"] = MoveKind.Deleted,
        ["read-back"] = MoveKind.ReadBack, ["read-back-again"] = MoveKind.ReadBack, ["choose"] = MoveKind.ReadBack, ["ask-change"] = MoveKind.AskChange,
        ["close"] = MoveKind.Close, ["close-empty"] = MoveKind.Close, ["stopped"] = MoveKind.Close, ["out-of-turns"] = MoveKind.Close, ["over"] = MoveKind.Close,
    };

    /// <summary>Moves that end with the pending question.</summary>
    private static readonly MoveKind[] AskedAgain = [MoveKind.Clarify, MoveKind.AnswerRespondent, MoveKind.Resume, MoveKind.Language];

    private const string SampleQuote = "the plan on paper";

    /// <summary>Every problem with file, line, rule and reason; empty when the guide may be used.</summary>
    internal static IEnumerable<string> Problems(Guide guide, NeutralityGate gate) =>
        Questions(guide, gate).Concat(FixedTextProblems(guide, gate)).Concat(FirstTurn(guide, gate)).Concat(Balance(guide, gate)).Concat(Shape(guide));

    private static IEnumerable<string> FirstTurn(Guide guide, NeutralityGate gate) =>
        guide.Texts.TryGetValue("consent", out var consent)
            ? new[] { consent.Ask, consent.Twin }.SelectMany(wording => new FirstTurnChecklist(gate).Missing(Filled(wording))
                .Select(missing => $"{wording.File}, line {wording.Line}: the first turn {missing}"))
            : [];

    private static IEnumerable<string> Questions(Guide guide, NeutralityGate gate) =>
        guide.Topics.Append(guide.Last).SelectMany(topic => Check(gate, guide, topic.Question, MoveKind.CoreQuestion))
            .Concat(guide.Probes.Values.SelectMany(probes => probes).SelectMany(probe => Check(gate, guide, probe.Wording, MoveKind.Probe)))
            .Concat(guide.QuoteProbes.SelectMany(probe => Check(gate, guide, probe.Wording, MoveKind.QuoteProbe)))
            .Concat(guide.Acknowledgements.Append(guide.Covered).SelectMany(ack => Sentence(
                gate, guide, guide.Last.Question.Ask with { Text = ack + " " + guide.Last.Question.Ask.Text }, MoveKind.CoreQuestion)));

    private static IEnumerable<string> FixedTextProblems(Guide guide, NeutralityGate gate) =>
        FixedTexts.SelectMany(text => guide.Texts.TryGetValue(text.Key, out var template)
            ? Check(gate, guide, template, text.Value, AskedAgain.Contains(text.Value) ? "\n\n" + guide.Last.Question.Ask.Text : "")
            : [$"texts.yaml: text '{text.Key}' is missing; add it under texts"]);

    private static IEnumerable<string> Check(NeutralityGate gate, Guide guide, Template template, MoveKind move, string then = "")
    {
        Wording[] slotFree = template.Plain is null ? [template.Twin] : [template.Twin, template.Plain];
        return slotFree.Where(wording => wording.HasSlots)
            .Select(wording => $"{wording.File}, line {wording.Line}: '{template.Id}' needs a twin and a plain wording without slots")
            .Concat(slotFree.Append(template.Ask).Distinct().SelectMany(wording => Sentence(gate, guide, wording with { Text = wording.Text + then }, move)));
    }

    private static IEnumerable<string> Sentence(NeutralityGate gate, Guide guide, Wording wording, MoveKind move)
    {
        var text = Filled(wording);
        var context = new DraftContext
        {
            Move = move, Side = guide.Side, Said = ["We still make " + SampleQuote + ". We plan on paper."],
            GuideNouns = [.. Slots.Values, .. GuideNouns.Of(guide)], LastIntent = Intent.Answer,
        };
        return gate.Check(text, context).Breaches.Where(breach => breach.Severity == RuleSeverity.Blocks)
            .Select(breach => $"{wording.File}, line {wording.Line}: {breach.Rule}: {breach.Why}: \"{wording.Text}\"");
    }

    private static string Filled(Wording wording) => Slots.Aggregate(
        wording.Text.Replace("{quote}", SampleQuote, StringComparison.Ordinal)
            .Replace("{sentences}", "1. \"We plan on paper.\"", StringComparison.Ordinal),
        (text, slot) => text.Replace("{" + slot.Key + "}", slot.Value, StringComparison.Ordinal));

    private static readonly Dictionary<string, string> Slots = new()
    {
        ["product"] = "Rotara", ["task"] = "the weekly plan", ["vendor"] = "Contoso", ["contact"] = "Ana Reis",
        ["minutes"] = "8", ["questions"] = "5", ["probes"] = "4",
    };

    private static IEnumerable<string> Balance(Guide guide, NeutralityGate gate) => R18BalancedGuide
        .Check([.. guide.Topics.Select(topic => topic.Id)], [.. guide.Topics.Select(topic => Filled(topic.Question.Ask))], gate.Lexicon)
        .Select(breach => $"core.yaml, phase '{guide.Phase}': {breach.Rule}: {breach.Why}");

    private static IEnumerable<string> Shape(Guide guide)
    {
        if (guide.Topics.Count is < 3 or > 4)
            yield return $"core.yaml: phase '{guide.Phase}' has {guide.Topics.Count} core questions; 3 or 4 are asked";
        if (guide.Acknowledgements.Distinct().Count() < 12)
            yield return "texts.yaml: R13: at least twelve acknowledgements are needed";
        if (guide.QuoteProbes.Any(probe => !probe.Wording.Ask.Text.Contains("\"{quote}\"", StringComparison.Ordinal)))
            yield return "texts.yaml: R7: a quote probe needs \"{quote}\" in quotation marks";
        foreach (var pair in guide.Pairs)
        {
            var asked = guide.Topics.Where(topic => topic.Id == pair.Favourable || topic.Id == pair.Unfavourable).ToList();
            if (asked.Count == 1)
                yield return $"core.yaml, line {asked[0].Question.Ask.Line}: R18: '{asked[0].Id}' is asked without its counterpart in phase '{guide.Phase}'";
        }
    }
}
