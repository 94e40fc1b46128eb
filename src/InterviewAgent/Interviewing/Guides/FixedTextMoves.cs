using System.Text.RegularExpressions;

namespace InterviewAgent.Interviewing.Guides;

/// <summary>
/// Knows the product's own fixed texts (consent, pause, safety …) in a transcript that says no moves, so that they are held to the rules
/// that hold for them and not to those of a question.
/// </summary>
public sealed partial class FixedTextMoves
{
    private readonly List<(Regex Text, MoveKind Move)> texts;

    public FixedTextMoves(GuideLibrary guides)
    {
        ArgumentNullException.ThrowIfNull(guides);
        texts = [.. guides.All.SelectMany(guide => CheckGuide.FixedTexts.SelectMany(text => Wordings(guide.Texts[text.Key]).Select(wording => (wording, text.Value))))
            .Distinct().OrderByDescending(text => text.wording.Length).Select(text => (Pattern(text.wording), text.Value))];
    }

    /// <summary>The move of a turn that begins with a fixed text (the pending question may follow it); null for any other turn.</summary>
    public MoveKind? Of(string turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        foreach (var (text, move) in texts)
        {
            if (text.IsMatch(turn))
            {
                return move;
            }
        }

        return null;
    }

    private static IEnumerable<string> Wordings(Template template) =>
        new[] { template.Ask, template.Twin, template.Plain }.OfType<Wording>().Select(wording => wording.Text);

    // Linear in the length of the turn, whatever it is: somebody else wrote it.
    private static Regex Pattern(string wording) => new(
        @"^\s*" + string.Join("(?s:.+?)", Slot().Split(wording).Select(part => Spaces().Replace(Regex.Escape(part), @"\s+"))) + @"(?:\s|$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"(?:\\ |\\n|\\r|\s)+")]
    private static partial Regex Spaces();
}
