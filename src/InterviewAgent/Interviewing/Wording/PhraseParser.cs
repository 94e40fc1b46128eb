using System.Collections.Frozen;

namespace InterviewAgent.Interviewing.Wording;

/// <summary>
/// Reads the notation of the word lists. A step is a word; <c>a|b</c> either; <c>~word</c> any form of the word;
/// <c>{class}</c> any word of a class of the file; <c>_</c> any one word; <c>...</c> up to five tokens of one
/// sentence. A step ending in <c>?</c> may be missing, in <c>*</c> may stand up to twice. <c>^</c> first: only
/// where a clause starts; <c>^^</c>: only where a sentence starts; <c>$</c> last: only where a clause ends.
/// </summary>
internal static class PhraseParser
{
    private static readonly FrozenSet<string> None = FrozenSet<string>.Empty;

    public static IEnumerable<Phrase> Parse(string notation, IReadOnlyDictionary<string, string[]> classes)
    {
        var parts = notation.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var clauseStart = parts.Remove("^");
        var sentenceStart = parts.Remove("^^");
        var clauseEnd = parts.Remove("$");
        IEnumerable<List<Step>> variants = [[]];
        foreach (var part in parts)
        {
            variants = Extend(variants, part, classes).ToList();
        }

        return variants.Where(steps => steps.Count > 0)
            .Select(steps => new Phrase(clauseStart, sentenceStart, steps, clauseEnd));
    }

    private static IEnumerable<List<Step>> Extend(
        IEnumerable<List<Step>> variants, string part, IReadOnlyDictionary<string, string[]> classes)
    {
        var most = part.Length > 1 && part[^1] == '*' ? 2 : 1;
        var least = part.Length > 1 && part[^1] is '*' or '?' ? 0 : 1;
        var step = StepOf(part.Length > 1 ? part.TrimEnd('*', '?') : part, classes);
        return variants.SelectMany(steps => Enumerable.Range(least, most - least + 1)
            .Select(times => (List<Step>)[.. steps, .. Enumerable.Repeat(step, times)]));
    }

    private static Step StepOf(string part, IReadOnlyDictionary<string, string[]> classes)
    {
        if (part == "_")
        {
            return new Step(None, None, true, 0);
        }

        if (part == "...")
        {
            return new Step(None, None, false, 5);
        }

        var words = part.Split('|').SelectMany(word => Expand(word, classes)).ToList();
        return new Step(
            words.Where(word => word[0] != '~').ToFrozenSet(StringComparer.Ordinal),
            words.Where(word => word[0] == '~').Select(word => Stemmer.Stem(word[1..])).ToFrozenSet(StringComparer.Ordinal),
            false, 0);
    }

    private static string[] Expand(string word, IReadOnlyDictionary<string, string[]> classes) =>
        word is not ['{', .., '}'] ? [word]
        : classes.TryGetValue(word[1..^1], out var members) ? members
        : throw new FormatException($"no class {word}");
}
