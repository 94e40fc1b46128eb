using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>R13: always after more than 60 words, now and then after fewer, seldom after few; never the same twice running.</summary>
internal static class Acknowledge
{
    internal static string? Choose(Guide guide, InterviewState state, int seed)
    {
        if (state.LastIntent == Intent.AlreadyToldYou)
            return state.CoveredSaid ? null : guide.Covered;
        if (state.LastIntent is not (Intent.Answer or Intent.InstructionToInterviewer))
            return null;
        var words = Intents.CountWords.In(state.LastText);
        var draw = (uint)seed * 31 + (uint)state.Shown.Count * 7;
        if (words <= 60 && draw % (words > 20 ? 2u : 5u) != 0)
            return null;
        var last = state.Shown.Reverse().Select(turn => Opening(guide, turn.Text)).FirstOrDefault(said => said is not null);
        var open = guide.Acknowledgements.Where(said => said != last && (words > 60 || !said.Contains("detail", StringComparison.Ordinal))).ToList();
        return open[(int)(draw % (uint)open.Count)];
    }

    /// <summary>The acknowledgement a shown turn began with; the longest that fits, since one may begin like another.</summary>
    private static string? Opening(Guide guide, string text) => guide.Acknowledgements
        .Where(said => text.StartsWith(said + " ", StringComparison.Ordinal)).MaxBy(said => said.Length);
}
