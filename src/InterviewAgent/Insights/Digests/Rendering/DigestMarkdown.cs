using System.Text;

namespace InterviewAgent.Insights.Digests.Rendering;

/// <summary>A digest as Markdown (CommonMark), for a wiki or a chat.</summary>
public sealed class DigestMarkdown(DigestTexts texts, DigestLinks links)
{
    private const string Special = "\\`*_{}[]<>()#+-!|~&";

    public string Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        StringBuilder page = new($"# {Safe(texts.Title(digest))}\n\n{Safe(texts.For(digest))}\n");
        foreach (var section in Enum.GetValues<DigestSection>())
        {
            page.Append("\n## ").Append(Safe(texts.Section(digest, section))).Append("\n\n");
            foreach (var claim in digest.In(section))
            {
                page.Append(section == DigestSection.Flags && claim.FlagId is not null ? "1. " : "- ").Append(Sentence(claim)).Append('\n');
            }
        }
        return page.ToString();
    }

    private string Sentence(DigestClaim claim)
    {
        if (claim.GoneAt is not null)
        {
            return Safe(texts.Gone);
        }
        var sentence = claim.Label is { } label ? $"**{Link(label, claim.Place)}**: {Safe(claim.Text)}" : Link(claim.Text, claim.Place);
        return string.Join(' ', new[] { sentence, claim.Detail is { } detail ? $"({Safe(detail)})" : null, claim.Turn is { } turn ? $"→ {Link(texts.Turn, turn)}" : null }
            .OfType<string>());
    }

    private string Link(string words, string? place) => place is null ? Safe(words) : $"[{Safe(words)}]({links.To(place)})";

    /// <summary>A name from an import is words and never mark-up.</summary>
    private static string Safe(string words) => string.Concat(words.Select(letter =>
        char.IsControl(letter) ? " " : Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter.ToString()));
}
