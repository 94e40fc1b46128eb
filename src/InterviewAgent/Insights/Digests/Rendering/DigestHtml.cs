using System.Net;
using System.Text;

namespace InterviewAgent.Insights.Digests.Rendering;

/// <summary>
/// A digest as a mail's HTML: styles stand inline, since mail programs drop the rest; one column, so that it is read at 360 px. What a program does with dark
/// colours is its own: none are set but those that hold on either ground, and where it honours a style sheet the dark ones come from there.
/// </summary>
public sealed class DigestHtml(DigestTexts texts, DigestLinks links)
{
    private const string Dark = "@media (prefers-color-scheme:dark){body,.ink{color:#ececea!important}body,.paper{background:#171716!important}.soft{color:#b3b3ae!important}"
        + "a{color:#93c4ee!important}.line{border-color:#3a3a38!important}}";

    private const string Font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif";
    private const string Link = "color:#0b4f85";

    /// <param name="unsubscribe">Address of the page that stops these mails; null: for no mailbox.</param>
    public string Render(Digest digest, string? unsubscribe = null)
    {
        ArgumentNullException.ThrowIfNull(digest);
        StringBuilder page = new(
            $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>{Safe(texts.Title(digest))}</title><style>{Dark}</style></head><body class="paper ink" style="margin:0;padding:0;background:#ffffff;color:#1a1a19;{Font};font-size:16px;line-height:1.5"><div style="max-width:600px;margin:0 auto;padding:16px;box-sizing:border-box"><h1 style="font-size:20px;line-height:1.3;margin:0">{Safe(texts.Title(digest))}</h1><p class="soft" style="margin:0 0 8px;font-size:14px;color:#565653">{Safe(texts.For(digest))}</p>
            """);
        foreach (var section in Enum.GetValues<DigestSection>())
        {
            Section(page, digest, section);
        }
        var foot = $"<p class=\"soft line\" style=\"margin:24px 0 0;padding-top:8px;border-top:1px solid #dcdcd8;font-size:14px;color:#565653\">{Safe(texts.Mail.Foot)} ";
        page.Append(foot).Append(A(links.To("/digest"), texts.Mail.Open));
        page.Append(unsubscribe is null ? "" : " · " + A(unsubscribe, texts.Mail.Unsubscribe));
        return page.Append("</p></div></body></html>").ToString();
    }

    private void Section(StringBuilder page, Digest digest, DigestSection section)
    {
        page.Append("<h2 style=\"font-size:16px;line-height:1.3;margin:24px 0 4px\">").Append(Safe(texts.Section(digest, section))).Append("</h2>");
        var rank = 0;
        foreach (var claim in digest.In(section))
        {
            var ranked = claim.FlagId is not null;
            page.Append(ranked ? "<p class=\"line\" style=\"margin:0;padding:8px 0;border-bottom:1px solid #dcdcd8\">" : "<p style=\"margin:4px 0\">");
            page.Append(ranked ? FormattableString.Invariant($"<b>{++rank}</b>&ensp;") : "").Append(Sentence(claim)).Append("</p>");
        }
    }

    private string Sentence(DigestClaim claim)
    {
        if (claim.GoneAt is not null)
        {
            return $"<span class=\"soft\" style=\"color:#565653\">{Safe(texts.Gone)}</span>";
        }
        var sentence = claim.Label is { } label
            ? $"<b>{To(claim.Place, label)}</b>{(claim.Detail is null ? " " : "<br>")}{Safe(claim.Text)}" : To(claim.Place, claim.Text);
        var turn = claim.Turn is { } at ? $" {A(links.To(at), "→\u00A0" + texts.Turn)}" : "";
        return claim.Detail is { } detail
            ? $"{sentence}{turn}<br><span class=\"soft\" style=\"font-size:14px;color:#565653\">{Safe(detail)}</span>" : sentence + turn;
    }

    private string To(string? place, string words) => place is null ? Safe(words) : A(links.To(place), words);

    private static string A(string address, string words) => $"<a href=\"{Safe(address)}\" style=\"{Link}\">{Safe(words)}</a>";

    private static string Safe(string words) => WebUtility.HtmlEncode(string.Concat(words.Select(letter => char.IsControl(letter) ? ' ' : letter)));
}
