using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Totals;

namespace InterviewAgent.Tests.Privacy.Totals;

/// <summary>
/// An attacker who sees every released count, of the portfolio and of each segment, week after week, and adds and subtracts them at will. What they
/// must never get is the count of a group with fewer than five people or fewer than three accounts.
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

    /// <summary>The first group that could be worked out and is too small; null: none in all sequences.</summary>
    private static string? Attack(Func<IReadOnlyCollection<KeptVoice>, IReadOnlyList<FormedAtom>> form)
    {
        Random random = new(20261122);
        for (var tried = 0; tried < Sequences;)
        {
            var views = Released(random, form);
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
                var left = times.Where(one => one.Value != 0).ToList();
                if (left.Count > 0 && left.Select(one => one.Value).Distinct().Count() == 1
                    && !SuppressionGuard.MayShow(new VoiceCount(left.Count, left.Select(one => one.Key.Account).Distinct().Count(), HoldsTotalsOnly: true)))
                {
                    return $"{left.Count} people of {left.Select(one => one.Key.Account).Distinct().Count()} accounts";
                }
            }
        }
        return null;
    }

    /// <summary>All counts that were shown in ten weeks of a portfolio, as the people behind them.</summary>
    private static List<HashSet<KeptVoice>> Released(Random random, Func<IReadOnlyCollection<KeptVoice>, IReadOnlyList<FormedAtom>> form)
    {
        var accounts = Enumerable.Range(0, random.Next(3, 25)).Select(_ => (Id: Guid.CreateVersion7(), Segment: random.Next(5) is var of and < 4 ? $"s{of}" : null)).ToList();
        List<KeptVoice> waiting = [];
        List<FormedAtom> atoms = [];
        List<HashSet<KeptVoice>> views = [[]];
        for (var week = 0; week < 10; week++)
        {
            waiting.AddRange(Enumerable.Range(0, random.Next(12)).Select(_ => accounts[random.Next(accounts.Count)])
                .Select(account => new KeptVoice(Guid.CreateVersion7(), account.Id, account.Segment)));
            foreach (var atom in form(waiting))
            {
                atoms.Add(atom);
                waiting.RemoveAll(atom.Voices.Contains);
            }
            views.Add([.. atoms.SelectMany(atom => atom.Voices)]);
            views.AddRange(Enumerable.Range(0, 4).Select(segment => atoms.Where(atom => atom.Segment == $"s{segment}").SelectMany(atom => atom.Voices).ToHashSet()));
        }
        return views;
    }
}
