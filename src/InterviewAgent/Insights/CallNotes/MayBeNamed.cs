using InterviewAgent.Accounts;
using InterviewAgent.Privacy;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>
/// Whether a matter may be named to the customer without a person. The buyer knows who works there: what one or two people said points to them, and
/// so does what everybody said. Pure; what people kept to totals is not among what is given, so it decides nothing here.
/// </summary>
internal static class MayBeNamed
{
    /// <summary>Fewer who said it are guessed one by one.</summary>
    public const int FewestSpeakers = 3;

    /// <summary>So many of their side at least have not said it: otherwise it is known of each of them.</summary>
    public const int FewestOthers = 2;

    /// <param name="said">One matter, in words that may be seen.</param>
    /// <param name="people">Everybody of the account, heard or not.</param>
    public static bool WithoutAPerson(IReadOnlyCollection<HeardSaid> said, IReadOnlyCollection<Respondent> people) =>
        said.Select(one => one.Person).Distinct().Count() >= FewestSpeakers
        && said.GroupBy(one => one.Role.Side()).All(side => AreHiddenAmong(side.Select(one => one.Person).Distinct().Count(), people.Count(person => person.Role.Side() == side.Key)));

    /// <summary>A side is picked from as a whole: a matter of the daily work is a user's, whoever is told of it.</summary>
    private static bool AreHiddenAmong(int speakers, int side) => side >= SuppressionGuard.FewestPeople && side - speakers >= FewestOthers;
}
