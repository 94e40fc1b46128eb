using System.Globalization;
using System.Text.RegularExpressions;
using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;
using Words = InterviewAgent.Interviewing.Guides.Wording;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>What the mail to one person says, before it has a shape.</summary>
internal sealed record MailWords(string Subject, IReadOnlyList<string> Before, string? Link, IReadOnlyList<string> After);

/// <summary>The words of a page behind a choice: what the button does, and what was done.</summary>
public sealed record ChoiceWords(string Title, string Text, string Button, string Done);

/// <summary>The words of prompts/invitations, all of which keep to the policy.</summary>
public sealed partial class InvitationTexts
{
    private readonly NeutralityGate gate;
    private readonly Dictionary<string, InvitationFile.MailEntry> mails;
    private readonly Dictionary<string, InvitationFile.PageEntry> pages;

    private InvitationTexts(InvitationFile file, NeutralityGate gate)
    {
        this.gate = gate;
        Choices = file.Choices;
        mails = file.Mails.ToDictionary(mail => mail.Id);
        pages = file.Pages.ToDictionary(page => page.Id);
    }

    internal InvitationFile.ChoicesEntry Choices { get; }

    /// <exception cref="GuideRefusedException">A sentence breaks a rule, or something is missing; every place is named.</exception>
    public static InvitationTexts Load(string promptsFolder, NeutralityGate gate)
    {
        ArgumentNullException.ThrowIfNull(promptsFolder);
        ArgumentNullException.ThrowIfNull(gate);
        var file = GuideFiles.Read<InvitationFile>(Path.Combine(promptsFolder, "invitations", "mail.yaml"));
        var problems = file.Missing().Concat(file.Sentences().SelectMany(wording => Breaches(gate, Fill(wording.Text, Slot.Samples), Slot.Samples)
            .Select(breach => $"{wording.File}, line {wording.Line}: {breach.Rule}: {breach.Why}: \"{wording.Text}\""))).ToList();
        return problems.Count == 0 ? new(file, gate) : throw new GuideRefusedException(problems);
    }

    internal MailWords Mail(string id, IReadOnlyDictionary<string, string> slots)
    {
        var mail = mails[id];
        return new(Say(mail.Subject!, slots), [.. mail.Before.Select(wording => Say(wording, slots))],
            mail.Link?.Text, [.. mail.After.Select(wording => Say(wording, slots))]);
    }

    /// <param name="until">The day that "not now" waits for, in the respondent's calendar.</param>
    public ChoiceWords Page(Choice choice, string vendor, DateOnly until)
    {
        var page = pages[choice.Name()];
        Dictionary<string, string> slots = new()
        {
            ["vendor"] = Slot.Clean(vendor), ["until"] = until.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture),
        };
        return new(Say(page.Title!, slots), Say(page.Text!, slots), Say(page.Button!, slots), Say(page.Done!, slots));
    }

    /// <summary>Filled, and with neutral words where what fills it breaks a rule.</summary>
    private string Say(Words wording, IReadOnlyDictionary<string, string> slots)
    {
        var filled = Fill(wording.Text, slots);
        var words = Breaches(gate, filled, slots).Any() ? Fill(wording.Text, Slot.Neutral(slots)) : filled;
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static IEnumerable<Breach> Breaches(NeutralityGate gate, string text, IReadOnlyDictionary<string, string> slots) => gate
        .Check(text, new DraftContext { Move = MoveKind.AnswerRespondent, GuideNouns = [.. slots.Values] })
        .Breaches.Where(breach => breach.Severity == RuleSeverity.Blocks);

    private static string Fill(string text, IReadOnlyDictionary<string, string> slots) =>
        Slots().Replace(text, slot => slots.GetValueOrDefault(slot.Groups[1].Value) ?? slot.Value);

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slots();
}
