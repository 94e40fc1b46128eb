using System.Text.RegularExpressions;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Interviewing.Drafting;

/// <summary>Puts a move into the guide's words, with slots or as the slot-free twin.</summary>
internal static partial class FillTemplate
{
    internal static string Words(Guide guide, Move move, Pending? pending, Slots slots, IReadOnlyList<ReadBackSentence> sentences, bool twin)
    {
        string Say(Template template) => Fill(template, slots, move.Quote, sentences, twin);
        var opening = move.Text is { } id ? Say(guide.Texts[id]) : null;
        if (!move.Again)
            return opening ?? Joined(move.LeadIn, Say(guide.Question(move.Topic, move.Question)!));
        return pending is null ? opening! : opening + "\n\n" + AskAgain(guide, move, pending, Say);
    }

    /// <summary>The pending question, in its plain wording where that is what was asked for; a quote is not repeated.</summary>
    internal static string AskAgain(Guide guide, Move move, Pending pending, Func<Template, string> say)
    {
        if (pending.Move == MoveKind.AskConsent)
            return guide.Texts["consent-question"].Ask.Text;
        if (pending.Move == MoveKind.ReadBack)
            return guide.Texts["choose"].Ask.Text;
        var template = guide.Question(pending.Topic, pending.Question) ?? guide.Last.Question;
        if (move.Plain && template.Plain is { } plain)
            return plain.Text;
        return pending.Move == MoveKind.QuoteProbe ? template.Twin.Text : say(template);
    }

    private static string Joined(string? leadIn, string question) => leadIn is null ? question : leadIn + " " + question;

    private static string Fill(Template template, Slots slots, string? quote, IReadOnlyList<ReadBackSentence> sentences, bool twin)
    {
        if (twin)
            return template.Twin.Text;
        var missing = false;
        var filled = Slot().Replace(template.Ask.Text, slot => Value(slot.Groups[1].Value) ?? Missing());
        return missing ? template.Twin.Text : filled;

        string? Value(string name) => name switch
        {
            "quote" => quote,
            "sentences" => sentences.Count == 0 ? null : string.Join("\n", sentences.Select(sentence => $"{sentence.Number}. \"{sentence.Text}\"")),
            _ => slots[name],
        };
        string Missing()
        {
            missing = true;
            return "";
        }
    }

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
