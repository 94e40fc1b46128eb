using System.Net;
using System.Text;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Mail;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>Puts the words of an invitation, the personal link and the three choices into one mail, as text and as plain HTML.</summary>
public sealed class ComposeInvitation(
    InvitationTexts texts, GuideLibrary guides, LinkToken tokens, IOptions<LinkOptions> links, IOptions<InterviewingOptions> interviewing, IOptions<MailOptions> mail)
{
    private const string Style = "font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;max-width:34em;margin:0";

    /// <summary>Whom it comes from, where the settings name nobody.</summary>
    public string Sender => Slot.Clean(interviewing.Value.Vendor);

    internal OutgoingMail Compose(Letter letter, DateTimeOffset now)
    {
        var guide = guides.For(letter.Role, letter.Checkpoint);
        var words = texts.Mail(letter.Kind.ToString().ToLowerInvariant(), InvitationSlots.Of(letter.Product, guide, interviewing.Value));
        var choice = tokens.For(letter.LinkId, LinkToken.Choose);
        (string, string)[] choices = [.. Enum.GetValues<Choice>().Select(one => (Label(one), Address($"m/{one.Name()}/{choice}")))];
        var open = Address($"i/{tokens.For(letter.LinkId)}");
        return new(letter.To, words.Subject, Text(words, open, choices), Html(words, open, choices),
            // The same for every attempt of this row, so that a mailbox would recognise a second copy.
            $"{letter.InvitationId:N}@{MailboxAddress.Read(mail.Value.From)!.Domain}", now, choices[^1].Item2);
    }

    /// <summary>The six digits for another device.</summary>
    /// <param name="life">How long they work.</param>
    public OutgoingMail Code(MailboxAddress to, string code, TimeSpan life, DateTimeOffset now)
    {
        var words = texts.Mail("code", new Dictionary<string, string>
        {
            ["code"] = code, ["life"] = life.TotalMinutes.ToString("0", System.Globalization.CultureInfo.InvariantCulture),
        });
        return new(to, words.Subject, Text(words, null, []), Html(words, null, []),
            $"{Guid.CreateVersion7():N}@{MailboxAddress.Read(mail.Value.From)!.Domain}", now, null);
    }

    private string Label(Choice choice) => choice switch
    {
        Choice.NotNow => texts.Choices.NotNow!.Text,
        Choice.NotMe => texts.Choices.NotMe!.Text,
        _ => texts.Choices.Never!.Text,
    };

    private string Address(string path) => $"{links.Value.PublicAddress.TrimEnd('/')}/{path}";

    private string Text(MailWords words, string? open, (string Label, string Address)[] choices)
    {
        List<string> parts = [.. words.Before];
        if (open is not null)
        {
            parts.Add($"{words.Link}:\n{open}");
        }
        parts.AddRange(words.After);
        if (choices.Length > 0)
        {
            parts.Add(texts.Choices.Lead!.Text + "\n" + string.Join('\n', choices.Select(one => $"- {one.Label}: {one.Address}")));
            parts.Add(texts.Choices.Foot!.Text);
        }
        return string.Join("\n\n", parts) + "\n";
    }

    private string Html(MailWords words, string? open, (string Label, string Address)[] choices)
    {
        StringBuilder html = new($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Safe(words.Subject)}</title></head><body style=\"{Style}\">");
        void Paragraph(string inside) => html.Append("<p>").Append(inside).Append("</p>");
        foreach (var sentence in words.Before)
        {
            Paragraph(Safe(sentence));
        }
        if (open is not null)
        {
            Paragraph($"<a href=\"{Safe(open)}\">{Safe(words.Link!)}</a>");
        }
        foreach (var sentence in words.After)
        {
            Paragraph(Safe(sentence));
        }
        if (choices.Length > 0)
        {
            Paragraph(Safe(texts.Choices.Lead!.Text));
            html.Append("<ul>").AppendJoin("", choices.Select(one => $"<li><a href=\"{Safe(one.Address)}\">{Safe(one.Label)}</a></li>")).Append("</ul>");
            Paragraph(Safe(texts.Choices.Foot!.Text));
        }
        return html.Append("</body></html>").ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
