namespace InterviewAgent.Privacy.Totals;

/// <summary>
/// How much of what was said a reader of counts is told, view by view: the whole portfolio, its segments, its owners and the roles, each code by itself, week by
/// week. Voices kept to totals are in no count but the released lots of <see cref="FormAtoms"/>, and those in the portfolio and its segments only. Pure.
/// </summary>
public static class MeasureSuppression
{
    /// <param name="voices">One entry for each person and code.</param>
    /// <param name="weeks">Mondays on which counts are looked at, oldest first; each also releases what has gathered.</param>
    public static IReadOnlyList<SuppressedView> Of(IReadOnlyCollection<CountedVoice> voices, IReadOnlyList<DateOnly> weeks)
    {
        ArgumentNullException.ThrowIfNull(voices);
        ArgumentNullException.ThrowIfNull(weeks);
        var views = Views(voices);
        var sums = views.Select(view => view.Kind).Distinct().ToDictionary(kind => kind, kind => new SuppressedView(kind, 0, 0, 0));
        foreach (var code in voices.GroupBy(voice => voice.Code))
        {
            List<CountedVoice> waiting = [];
            Dictionary<CountedVoice, string?> released = [];
            foreach (var (week, before) in weeks.Zip(weeks.Prepend(DateOnly.MinValue)))
            {
                var heard = code.Where(voice => voice.Heard <= week).ToList();
                waiting.AddRange(heard.Where(voice => voice.IsKept && voice.Heard > before));
                foreach (var atom in FormAtoms.Of([.. waiting.Select(voice => new KeptVoice(voice.Person, voice.Account, voice.Segment))]))
                {
                    var people = atom.Voices.Select(voice => voice.Person).ToHashSet();
                    foreach (var voice in waiting.Where(voice => people.Contains(voice.Person)).ToList())
                    {
                        released[voice] = atom.Segment;
                        waiting.Remove(voice);
                    }
                }
                foreach (var (kind, value, holds) in views)
                {
                    var cell = heard.Where(holds).ToList();
                    if (cell.Count > 0)
                    {
                        var told = cell.Count(voice => !voice.IsKept || released.TryGetValue(voice, out var segment) && (kind == "portfolio" || kind == "segment" && segment == value));
                        var sum = sums[kind];
                        sums[kind] = sum with { Cells = sum.Cells + 1, Shown = sum.Shown + (told > 0 ? 1 : 0), Whole = sum.Whole + (told == cell.Count ? 1 : 0) };
                    }
                }
            }
        }
        return [.. sums.Values];
    }

    private static List<(string Kind, string? Value, Func<CountedVoice, bool> Holds)> Views(IReadOnlyCollection<CountedVoice> voices) =>
    [
        ("portfolio", null, _ => true),
        .. By(voices, "segment", voice => voice.Segment), .. By(voices, "owner", voice => voice.Owner), .. By(voices, "role", voice => voice.Role),
        .. By(voices, "segment and role", voice => $"{voice.Segment}, {voice.Role}"),
    ];

    private static IEnumerable<(string, string?, Func<CountedVoice, bool>)> By(IReadOnlyCollection<CountedVoice> voices, string kind, Func<CountedVoice, string?> of) =>
        voices.Select(of).OfType<string>().Distinct().Select(value => (kind, (string?)value, (Func<CountedVoice, bool>)(voice => of(voice) == value)));
}

/// <summary>That a person says a code, since when, and whether in totals only.</summary>
public sealed record CountedVoice(Guid Person, Guid Account, string? Segment, string? Owner, string Role, string Code, DateOnly Heard, bool IsKept);

/// <summary>Cells of one kind of view: a code on a week that somebody has spoken of.</summary>
/// <param name="Shown">A number stands there.</param>
/// <param name="Whole">That number counts everybody who said it.</param>
public sealed record SuppressedView(string View, int Cells, int Shown, int Whole);
