using System.Text;

namespace InterviewAgent.Insights.Digests.Rendering;

/// <summary>A digest as plain text: the other half of its mail, and what a terminal shows.</summary>
public sealed class DigestText(DigestTexts texts, DigestLinks links)
{
    public string Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        StringBuilder page = new($"{Plain(texts.Title(digest))}\n{Plain(texts.For(digest))}\n");
        foreach (var section in Enum.GetValues<DigestSection>())
        {
            page.Append('\n').Append(Plain(texts.Section(digest, section)).ToUpperInvariant()).Append('\n');
            var rank = 0;
            foreach (var claim in digest.In(section))
            {
                page.Append(claim.FlagId is not null ? FormattableString.Invariant($"{++rank}. ") : "- ").Append(Sentence(claim)).Append('\n');
            }
        }
        return page.ToString();
    }

    private string Sentence(DigestClaim claim)
    {
        if (claim.GoneAt is not null)
        {
            return texts.Gone;
        }
        List<string> lines = [claim.Label is { } label ? $"{Plain(label)}: {Plain(claim.Text)}" : Plain(claim.Text)];
        if (claim.Detail is { } detail)
        {
            lines.Add(Plain(detail));
        }
        lines.AddRange(new[] { claim.Turn ?? claim.Place }.OfType<string>().Select(links.To));
        return string.Join("\n   ", lines);
    }

    private static string Plain(string words) => string.Concat(words.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
