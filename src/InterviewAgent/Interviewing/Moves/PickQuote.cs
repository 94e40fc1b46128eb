using System.Text.RegularExpressions;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Intents;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>
/// Cuts the phrase of a quote probe out of an answer by R7: a whole clause of two to eight words as it was written, with a
/// content word, without names, and never without the negation that stands before it.
/// </summary>
internal sealed partial class PickQuote(IReadOnlyList<(ProbeKind Kind, Regex Cue)> cues, string functionWords)
{
    private const int MostWords = 8;
    private readonly HashSet<string> function = [.. functionWords.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The phrase whose cue comes first in the word list; null when nothing qualifies.</summary>
    internal (string? Quote, ProbeKind Kind) From(string text, IEnumerable<string> names)
    {
        var known = names.SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var clauses = Clauses(text).Where(clause => MayQuote(clause, known)).ToList();
        foreach (var (kind, cue) in cues)
            if (clauses.Find(clause => cue.IsMatch(Message.From(clause.Text).Whole)) is { } found)
                return (found.Text, kind);
        return (null, default);
    }

    /// <summary>Runs between punctuation and joining words, each with whether a negation stands before it in its sentence.</summary>
    private static IEnumerable<Clause> Clauses(string text)
    {
        foreach (Match sentence in Sentence().Matches(text))
        {
            var (from, negated) = (sentence.Index, false);
            foreach (Match joint in Joint().Matches(sentence.Value))
            {
                var to = sentence.Index + joint.Index;
                yield return Cut(text, from, to, negated);
                negated |= Negation().IsMatch(text[from..to]) || Supposed().IsMatch(text[from..to]);
                from = to + joint.Length;
            }
            yield return Cut(text, from, sentence.Index + sentence.Length, negated);
        }
    }

    private static Clause Cut(string text, int from, int to, bool negated)
    {
        var cut = text[from..to].Trim();
        return new Clause(cut, from == 0 || ".!?\n".Contains(text[..from].TrimEnd().LastOrDefault('\n'), StringComparison.Ordinal), negated);
    }

    private bool MayQuote(Clause clause, HashSet<string> names)
    {
        var words = clause.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= MostWords
            && !clause.AfterNegation
            && !Supposed().IsMatch(clause.Text)
            && Plain().IsMatch(clause.Text)
            && words.Any(word => !function.Contains(word.ToLowerInvariant()))
            && !words.Any(word => names.Contains(word.Trim('\'', '’')))
            && (!clause.OpensSentence || function.Contains(words[0].ToLowerInvariant()) || !char.IsUpper(words[0][0]) || OpensPlainly().IsMatch(words[0]))
            // A capital inside a clause is somebody's name, or might be.
            && !words.Skip(clause.OpensSentence ? 1 : 0).Any(word => char.IsUpper(word[0]) && word is not "I" && !word.StartsWith("I'", StringComparison.Ordinal) && !word.StartsWith("I’", StringComparison.Ordinal));
    }

    private sealed record Clause(string Text, bool OpensSentence, bool AfterNegation);

    [GeneratedRegex(@"[^.!?\n\r]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\d+\)|[,;:()\[\]{}""“”„«»–—…]+|\s-+\s|\s(?:and|but|because|so|when|which|while|until|before|after|then|if|although|though|since|who)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?:^|\W)(?:not|no|never|nobody|none|nothing|neither|nor|hardly|barely|without|cannot|\w+n['’]t|dont|didnt|doesnt|cant|wont|isnt|arent|wasnt)(?:\W|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Negation();

    // What is only supposed has no most recent time.
    [GeneratedRegex(@"(?:^|\W)(?:if|when|once|unless|would|could|should|might|will|going to|hope|hopefully|plan to|want to|\w+['’]ll)(?:\W|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Supposed();

    // A capitalised first word that is surely nobody's name; with another, "Jane does it by hand", nothing is quoted.
    [GeneratedRegex(@"^(?:\w+ing|I['’]\w+|\w+n['’]t|Everyone|Everybody|Nobody|Somebody|Someone|People|Managers?|Management|Leadership|Planners|Users|Colleagues|Mostly|Usually|Sometimes|Often|Always|Only|Still|Same|Both|Half|Almost|Nearly|Everything|Nothing|Something|Yesterday|Today)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OpensPlainly();

    // Letters, digits, blanks and marks that stand inside words: no markup, no quotation marks, no addresses.
    [GeneratedRegex(@"^[\p{L}\p{N} '’%-]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
