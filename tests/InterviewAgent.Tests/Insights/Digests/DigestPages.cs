using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Rendering;
using InterviewAgent.Interviewing.Links;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Insights.Digests;

/// <summary>A digest in every form it has.</summary>
internal sealed class DigestPages(DigestTexts texts)
{
    private readonly DigestLinks links = new(Options.Create(new LinkOptions { PublicAddress = "https://digest.contoso.example/" }));

    public DigestHtml Html => new(texts, links);
    public DigestText Text => new(texts, links);
    public DigestMarkdown Markdown => new(texts, links);

    public DigestCard Card => new(texts, links);
    public DigestLinks Links => links;

    public IEnumerable<string> All(Digest digest) => [Html.Render(digest), System.Text.RegularExpressions.Regex.Unescape(Card.Render(digest).ToJsonString()), Text.Render(digest), Markdown.Render(digest).Replace("\\", "", StringComparison.Ordinal)];
}
