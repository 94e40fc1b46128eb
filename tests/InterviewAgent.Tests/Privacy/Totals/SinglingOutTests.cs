using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Totals;

namespace InterviewAgent.Tests.Privacy.Totals;

/// <summary>
/// An attacker who sees every count that is shown, week after week, and adds and subtracts them at will: what is released of the portfolio and of each segment,
/// and beside it what the dashboard, the digest, the API and MCP count of open voices by owner, role, segment and week since the signature. Who speaks openly is
/// known to them by name. What they must never get is the count of a group of others with fewer than five people or fewer than three accounts.
/// </summary>
public class SinglingOutTests
{
    private const int Sequences = 100_000;
    private const int ViewsInASequence = 6;

    [Fact]
    public void No_sequence_of_views_singles_anybody_out() => Assert.Null(Attack(FormAtoms.Of));

    [Fact]
    public void The_attacker_finds_a_planted_hole()
    {
        // Segments are shown from five people on, and the whole always: the rest is whatever is left.
        Assert.NotNull(Attack(waiting => [.. waiting.GroupBy(voice => voice.Segment)
            .Select(segment => new FormedAtom(segment.Count() >= SuppressionGuard.FewestPeople ? segment.Key : null, [.. segment]))]));
        // Every week's newcomers are released, however few.
        Assert.NotNull(Attack(waiting => [new FormedAtom(null, [.. waiting])]));
    }

    [Theory]
    [InlineData(Filter.Owner)]
    [InlineData(Filter.Role)]
    [InlineData(Filter.Segment)]
    [InlineData(Filter.WeekSinceSignature)]
    public void The_attacker_finds_a_filter_that_counts_voices_kept_to_totals(Filter filter) => Assert.NotNull(Attack(FormAtoms.Of, filter));

    public enum Filter { None, Owner, Role, Segment, WeekSinceSignature }

    /// <summary>Of each person, kept or open, what the filters look at.</summary>
    private sealed record Voice(KeptVoice Who, bool IsKept, int Owner, int Role, int Week)
    {
        public int Of(Filter filter) => filter switch
        {
            Filter.Owner => Owner,
            Filter.Role => Role,
            Filter.WeekSinceSignature => Week / 4,
            _ => Who.Segment is { } segment ? segment[1] : 0,
        };
    }

    /// <summary>The first group that could be worked out and is too small; null: none in all sequences.</summary>
    /// <param name="leaking">A filter whose counts hold voices kept to totals, as none may.</param>
    private static string? Attack(Func<IReadOnlyCollection<KeptVoice>, IReadOnlyList<FormedAtom>> form, Filter leaking = Filter.None)
    {
        Random random = new(20261122);
        for (var tried = 0; tried < Sequences;)
        {
            var (views, open) = Released(random, form, leaking);
            for (var sequence = 0; sequence < 200; sequence++, tried++)
            {
                // A signed sum of counts: how often each person is in it.
                Dictionary<KeptVoice, int> times = [];
                for (var view = 0; view < ViewsInASequence; view++)
                {
                    var sign = random.Next(-1, 2);
                    foreach (var voice in views[random.Next(views.Count)])
                    {
                        times[voice] = times.GetValueOrDefault(voice) + sign;
                    }
                }
                // People who are in it equally often cannot be told apart; those of one multiple alone are a group that was worked out.
                var left = times.Where(one => one.Value != 0 && !open.Contains(one.Key)).ToList();
                if (left.Count > 0 && left.Select(one => one.Value).Distinct().Count() == 1
                    && !SuppressionGuard.MayShow(new VoiceCount(left.Count, left.Select(one => one.Key.Account).Distinct().Count(), HoldsTotalsOnly: true)))
                {
                    return $"{left.Count} people of {left.Select(one => one.Key.Account).Distinct().Count()} accounts";
                }
            }
        }
        return null;
    }

    /// <summary>All counts that were shown in ten weeks of a portfolio, as the people behind them, and who of them speaks openly.</summary>
    private static (List<HashSet<KeptVoice>> Views, HashSet<KeptVoice> Open) Released(
        Random random, Func<IReadOnlyCollection<KeptVoice>, IReadOnlyList<FormedAtom>> form, Filter leaking)
    {
        var accounts = Enumerable.Range(0, random.Next(3, 25)).Select(_ => (Id: Guid.CreateVersion7(), Segment: random.Next(5) is var of and < 4 ? $"s{of}" : null, Owner: random.Next(4), Signed: random.Next(20))).ToList();
        List<Voice> heard = [];
        List<KeptVoice> waiting = [];
        List<FormedAtom> atoms = [];
        List<HashSet<KeptVoice>> views = [[]];
        for (var week = 0; week < 10; week++)
        {
            var came = Enumerable.Range(0, random.Next(16)).Select(_ => accounts[random.Next(accounts.Count)])
                .Select(account => new Voice(new KeptVoice(Guid.CreateVersion7(), account.Id, account.Segment), random.Next(3) > 0, account.Owner, random.Next(5), week + account.Signed)).ToList();
            heard.AddRange(came);
            waiting.AddRange(came.Where(voice => voice.IsKept).Select(voice => voice.Who));
            foreach (var atom in form(waiting))
            {
                atoms.Add(atom);
                waiting.RemoveAll(atom.Voices.Contains);
            }
            views.Add([.. atoms.SelectMany(atom => atom.Voices)]);
            views.AddRange(Enumerable.Range(0, 4).Select(segment => atoms.Where(atom => atom.Segment == $"s{segment}").SelectMany(atom => atom.Voices).ToHashSet()));
            views.AddRange(from filter in Enum.GetValues<Filter>()
                           where filter != Filter.None
                           from cell in heard.Where(voice => !voice.IsKept || filter == leaking).GroupBy(voice => voice.Of(filter))
                           select cell.Select(voice => voice.Who).ToHashSet());
        }
        return (views, [.. heard.Where(voice => !voice.IsKept).Select(voice => voice.Who)]);
    }
}
