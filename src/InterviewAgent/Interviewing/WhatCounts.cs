namespace InterviewAgent.Interviewing;

/// <summary>
/// The turns of an interview as they count now, in order: of an answer that was edited the last form, standing in the place of the
/// first, under the question it answers. What was there before stays in the store and is read by nobody.
/// </summary>
internal static class WhatCounts
{
    /// <summary>What was sent in last, a correction included; null before the first word.</summary>
    internal static Turn? LastHeard(this IEnumerable<Turn> turns) => turns.Where(turn => turn.Speaker == Speaker.Participant).MaxBy(turn => turn.N);

    internal static IReadOnlyList<Turn> Of(IEnumerable<Turn> turns)
    {
        var all = turns.OrderBy(turn => turn.N).ToList();
        if (!all.Exists(turn => turn.Corrects is not null))
            return all;
        var last = all.Where(turn => turn.Corrects is not null).GroupBy(turn => turn.Corrects!.Value).ToDictionary(forms => forms.Key, forms => forms.Last());
        return [.. all.Where(turn => turn.Corrects is null).Select(turn => last.GetValueOrDefault(turn.N, turn))];
    }
}
