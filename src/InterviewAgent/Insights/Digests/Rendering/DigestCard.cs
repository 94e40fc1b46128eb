using System.Text.Json.Nodes;

namespace InterviewAgent.Insights.Digests.Rendering;

/// <summary>
/// A digest as an Adaptive Card 1.5 for a Teams channel: the sections as words, a button for the dashboard. Words stand in rich text, since a text block
/// would read a name with stars or brackets as Markdown.
/// </summary>
public sealed class DigestCard(DigestTexts texts, DigestLinks links)
{
    // A message of a channel holds 28 KB; beyond it the card ends early and its button leads to the rest.
    private const int MostBytes = 20_000;

    public JsonObject Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var body = new JsonArray(Block([Run(texts.Title(digest), weight: "bolder", size: "large")]), Block([Run(texts.For(digest), subtle: true)], "none"));
        var size = 0;
        foreach (var section in Enum.GetValues<DigestSection>())
        {
            body.Add(Block([Run(texts.Section(digest, section), weight: "bolder")], "medium"));
            var rank = 0;
            foreach (var claim in digest.In(section))
            {
                var words = Sentence(claim, claim.FlagId is null ? 0 : ++rank);
                size += words.ToJsonString().Length;
                if (size < MostBytes)
                {
                    body.Add(words);
                }
            }
        }
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json", ["type"] = "AdaptiveCard", ["version"] = "1.5",
            ["fallbackText"] = $"{texts.Title(digest)}: {links.To("/digest")}",
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = body,
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = texts.Mail.Open, ["url"] = links.To("/digest") }),
        };
    }

    private JsonObject Sentence(DigestClaim claim, int rank)
    {
        if (claim.GoneAt is not null)
        {
            return Block([Run(texts.Gone, subtle: true)], "small");
        }
        List<JsonObject> runs = [];
        if (rank > 0)
        {
            runs.Add(Run(FormattableString.Invariant($"{rank}. ")));
        }
        if (claim.Label is { } label)
        {
            runs.Add(Run(label, place: claim.Place, weight: "bolder"));
            runs.Add(Run(" "));
        }
        runs.Add(Run(claim.Text, place: claim.Label is null ? claim.Place : null));
        if (claim.Detail is { } detail)
        {
            runs.Add(Run($" ({detail})", subtle: true));
        }
        if (claim.Turn is { } turn)
        {
            runs.Add(Run(" "));
            runs.Add(Run("→ " + texts.Turn, place: turn));
        }
        return Block(runs, "small");
    }

    private JsonObject Run(string text, bool subtle = false, string? place = null, string? weight = null, string? size = null)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (subtle)
        {
            run["isSubtle"] = true;
        }
        if (weight is not null)
        {
            run["weight"] = weight;
        }
        if (size is not null)
        {
            run["size"] = size;
        }
        if (place is not null)
        {
            run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = links.To(place) };
        }
        return run;
    }

    private static JsonObject Block(IEnumerable<JsonObject> runs, string? spacing = null)
    {
        var block = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. runs]) };
        if (spacing is not null)
        {
            block["spacing"] = spacing;
        }
        return block;
    }
}
