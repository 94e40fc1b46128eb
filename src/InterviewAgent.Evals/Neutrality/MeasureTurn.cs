namespace InterviewAgent.Evals.Neutrality;

/// <summary>
/// Measures a turn of any interviewer, ours or another's, from its words alone. Independent of the gate on purpose: no code and
/// no word list is shared, or the figure would only say that the gate agrees with itself.
/// </summary>
public static class MeasureTurn
{
    public static TurnMeasure Of(string turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var sentences = Sentence.Split(turn);
        var asked = sentences.Where(sentence => sentence.Asks || Patterns.Request().IsMatch(sentence.Text)).ToList();
        var stated = sentences.Except(asked).ToList();
        var praise = sentences.Any(sentence => Patterns.Praise().IsMatch(sentence.Text));
        return new(
            asked.Count,
            asked.Count > 1 || asked.Any(sentence => Patterns.TwoInOne().IsMatch(sentence.Text)),
            praise,
            praise || sentences.Any(sentence => Patterns.Judgement().IsMatch(sentence.Text)),
            stated.Any(Interprets) || asked.Any(sentence => Patterns.InterpretingLeadIn().IsMatch(sentence.Text)),
            asked.Any(sentence => sentence.Asks && Patterns.YesNo().IsMatch(sentence.Text)),
            Words(turn));
    }

    /// <summary>Runs of letters, digits and apostrophes.</summary>
    internal static int Words(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var character in text)
        {
            var part = char.IsLetterOrDigit(character) || (inside && character is '\'' or '’');
            words += part && !inside ? 1 : 0;
            inside = part;
        }
        return words;
    }

    private static bool Interprets(Sentence sentence) =>
        Patterns.Interpretation().IsMatch(sentence.Text)
        || (Patterns.AboutYou().IsMatch(sentence.Text) && !Patterns.Quoting().IsMatch(sentence.Text)
            && !Patterns.Housekeeping().IsMatch(sentence.Text));
}
