namespace InterviewAgent.Privacy.Totals;

/// <summary>
/// Makes atoms of the voices that wait (DESIGN.md, "Privacy"). The views of a count form a tree, the portfolio over its segments, and a
/// release over weeks only ever adds; with whole atoms every difference between two shown counts, of whatever views and weeks, is a sum of atoms.
/// Each holds at least five people of three accounts. Pure.
/// </summary>
public static class FormAtoms
{
    /// <summary>Segments that have enough stand by themselves; the rest is pooled, and what is too few even so goes on waiting.</summary>
    /// <param name="waiting">One entry a person: those in no atom of this code yet.</param>
    public static IReadOnlyList<FormedAtom> Of(IReadOnlyCollection<KeptVoice> waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        var bySegment = waiting.GroupBy(voice => voice.Segment).Select(voices => (voices.Key, Voices: voices.ToList())).ToList();
        var own = bySegment.Where(segment => segment.Key is not null && IsEnough(segment.Voices)).ToList();
        var rest = bySegment.Except(own).SelectMany(segment => segment.Voices).ToList();
        var atoms = own.ConvertAll(segment => new FormedAtom(segment.Key, segment.Voices));
        if (IsEnough(rest))
        {
            atoms.Add(new FormedAtom(null, rest));
        }
        return atoms;
    }

    private static bool IsEnough(IReadOnlyCollection<KeptVoice> voices) => SuppressionGuard.MayShow(
        new VoiceCount(voices.Select(voice => voice.Person).Distinct().Count(), voices.Select(voice => voice.Account).Distinct().Count(), HoldsTotalsOnly: true));
}

/// <summary>A person who says it, in totals only.</summary>
public sealed record KeptVoice(Guid Person, Guid Account, string? Segment);

/// <param name="Segment">Null: counted in the whole portfolio only.</param>
public sealed record FormedAtom(string? Segment, IReadOnlyList<KeptVoice> Voices);
