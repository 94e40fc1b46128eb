using InterviewAgent.Privacy;

namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>
/// Whether the voice of one role may be told of a filtered portfolio. A role may be one person, so its people are counted as if they were kept to totals: five
/// in three accounts at least, and the same for what is left when this view is taken from all roles, or from the view with one filter less. Pure.
/// </summary>
internal static class RoleCoverage
{
    /// <param name="roles">People and accounts of each role in this view; <paramref name="at"/> says which is asked for.</param>
    /// <param name="wider">The same role with one of the other filters left out, for each of them.</param>
    public static bool MayShow(IReadOnlyList<VoiceCount> roles, int at, IReadOnlyCollection<VoiceCount> wider) =>
        SuppressionGuard.MayShowBeside(roles)[at] && wider.All(view => SuppressesNobody(view, roles[at]));

    private static bool SuppressesNobody(VoiceCount wider, VoiceCount own) => wider.People == own.People
        || SuppressionGuard.MayShow(new VoiceCount(wider.People - own.People, wider.Accounts - own.Accounts, HoldsTotalsOnly: true));
}
