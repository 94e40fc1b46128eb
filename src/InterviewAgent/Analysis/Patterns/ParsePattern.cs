using System.Collections.Frozen;

namespace InterviewAgent.Analysis.Patterns;

/// <summary>Reads the pattern language of prompts/lexicons. See <see cref="Pattern"/>.</summary>
internal static class ParsePattern
{
    /// <exception cref="FormatException">Names the element that is not understood.</exception>
    public static Pattern From(string text, IReadOnlyDictionary<string, string[]> lists)
    {
        var elements = new List<PatternElement>();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            elements.Add(Element(part, lists, text));
        if (elements.Count == 0 || elements[0].Gap > 0 || elements[0].Optional || elements[^1].Gap > 0)
            throw new FormatException($"the pattern \"{text}\" must begin and end with words");
        return new Pattern(elements);
    }

    private static PatternElement Element(string part, IReadOnlyDictionary<string, string[]> lists, string whole)
    {
        if (part is ".." or "...") return new PatternElement(FrozenSet<string>.Empty, [], [], false, false, part.Length == 2 ? 4 : 8);
        var optional = part.Length > 1 && part[^1] == '?';
        if (optional) part = part[..^1];
        var words = new HashSet<string>(StringComparer.Ordinal);
        var beginnings = new List<string>();
        var phrases = new List<PatternPhrase>();
        var number = false;
        foreach (var choice in part.Split('|'))
        {
            if (choice.Length == 0) throw new FormatException($"an empty choice in \"{part}\" of the pattern \"{whole}\"");
            if (choice == "#") number = true;
            else if (choice[0] == '@')
            {
                if (!lists.TryGetValue(choice[1..], out var list)) throw new FormatException($"no word list is named \"{choice}\" (pattern \"{whole}\")");
                foreach (var word in list)
                    if (word[^1] == '*') beginnings.Add(word[..^1]);
                    else words.Add(word);
            }
            else if (choice.Contains('_', StringComparison.Ordinal)) phrases.Add(new PatternPhrase(choice.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries)));
            else if (choice[^1] == '*' && choice.Length > 1) beginnings.Add(choice[..^1].ToLowerInvariant());
            else words.Add(choice.ToLowerInvariant());
        }
        return new PatternElement(words.ToFrozenSet(StringComparer.Ordinal), [.. beginnings], [.. phrases], number, optional, 0);
    }
}
