using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>
/// Draws accounts of a kind: two to eight people in two panels, who decline, do not answer, break off or are on holiday; what they say
/// (<see cref="DrawInterview"/>); health and usage. What is assumed and not counted stands here as constants.
/// </summary>
public sealed class SimulateAccounts(VoiceCounts counts, int seed)
{
    // Assumed. The labelled accounts answer 87 of 100 invitations, since they were written to be read.
    private const double LeastAnswers = 0.4, MostAnswers = 0.9;
    private const double Declines = 0.05, BreaksOff = 0.07, OnHoliday = 0.1;
    private const int LatestAnswer = 12, HolidayDays = 14;

    /// <summary>Half of the sufferers' key actions fall under steady log-ins (13 of 26 labelled silent accounts, nobody else's).</summary>
    private const double ActionsFall = 0.5;

    private static readonly DateOnly Signed = new(2026, 1, 5);
    private static readonly Checkpoint[] PanelA = [Checkpoint.Day14, Checkpoint.Day60, Checkpoint.Month5], PanelB = [Checkpoint.Day30, Checkpoint.Day90, Checkpoint.Month5];
    private static readonly Role[] Roles = [Role.EndUser, Role.Sponsor, Role.EndUser, Role.Admin, Role.EndUser, Role.Champion, Role.EndUser];

    private readonly VoiceRates rates = new(counts);

    /// <summary>The same kind, number and seed give the same account.</summary>
    public SimulatedAccount Draw(AccountKind kind, int number)
    {
        var random = new Random(HashCode(seed, (int)kind, number));
        var onset = Onset(kind, random);
        var people = random.Next(2, 9);
        var answers = LeastAnswers + ((MostAnswers - LeastAnswers) * random.NextDouble());
        var draw = new DrawInterview(rates, random);
        var (interviews, checkIns) = (new List<HeardInterview>(), new List<HeardCheckIn>());
        for (var person = 0; person < people; person++)
        {
            var role = person == 0 ? Role.Buyer : Roles[(person - 1) % Roles.Length];
            var own = Normal.Sample(random, 0, counts.Tone.Person);
            foreach (var checkpoint in person % 2 == 0 ? PanelA : PanelB)
            {
                var fate = random.NextDouble();
                var due = Signed.AddDays(checkpoint.Days());
                var declined = fate < Declines;
                var answered = !declined && random.NextDouble() < answers;
                var late = random.Next(LatestAnswer) + (random.NextDouble() < OnHoliday ? HolidayDays : 0);
                var heard = answered && late < HolidayDays;
                var completed = heard && random.NextDouble() >= BreaksOff;
                checkIns.Add(new HeardCheckIn($"p{person}", role, due, Invited: true, Opened: heard, completed, declined));
                if (heard)
                {
                    var on = due.AddDays(late);
                    interviews.Add(draw.Of($"p{person}-{checkpoint.Name()}", $"p{person}", role, checkpoint, on, completed, kind, PhaseOn(kind, onset, on), own));
                }
            }
        }
        return new SimulatedAccount(kind, onset, new AccountVoice(
            $"{kind} {number}", Signed, Health(kind, onset, random), Usage(kind, onset, random), interviews, checkIns));
    }

    private static Phase PhaseOn(AccountKind kind, int? onset, DateOnly on)
    {
        var day = on.DayNumber - Signed.DayNumber;
        return kind.Label() == AccountLabel.Fine ? day < Checkpoint.Day60.Days() - HolidayDays ? Phase.Early : Phase.Late : day < onset ? Phase.Early : Phase.Late;
    }

    /// <summary>Somewhere between the check-in before the one at which drift first shows in the labels, and that one.</summary>
    private int? Onset(AccountKind kind, Random random)
    {
        if (kind.Label() == AccountLabel.Fine)
        {
            return null;
        }
        var from = counts.Onset[CountVoices.Name(kind.Label())].Where(one => one.Key != "none")
            .SelectMany(one => Enumerable.Repeat(CheckpointDays.Find(one.Key)!.Value, one.Value)).ToList();
        var shows = from[random.Next(from.Count)];
        var before = shows == Checkpoint.Day14 ? 0 : ((Checkpoint)((int)shows - 1)).Days();
        return random.Next(before + 1, shows.Days() + 1);
    }

    /// <summary>Green all along, which is the worst case for the rule; accounts at risk turn as often as the labelled ones did, a month after their onset.</summary>
    private List<HeardHealth> Health(AccountKind kind, int? onset, Random random)
    {
        var health = new List<HeardHealth> { new(Signed, HealthStatus.Green) };
        if (kind == AccountKind.AtRisk)
        {
            var seen = counts.Health[CountVoices.Name(AccountLabel.AtRisk)];
            var at = random.Next(Math.Max(1, seen.Sum()));
            health.Add(new(Signed.AddDays(onset!.Value + 30), at < seen[0] ? HealthStatus.Green : at < seen[0] + seen[1] ? HealthStatus.Yellow : HealthStatus.Red));
        }
        return health;
    }

    private static IReadOnlyList<HeardWeek> Usage(AccountKind kind, int? onset, Random random)
    {
        var course = kind.Label() switch
        {
            AccountLabel.Silent when random.NextDouble() < ActionsFall => random.Next(2) == 0 ? ActionsCourse.SlowFall : ActionsCourse.SuddenFall,
            AccountLabel.AtRisk => ActionsCourse.FallOfAll,
            _ => ActionsCourse.Steady,
        };
        return SimulateUsage.Of(course, SimulatedAccount.Days / 7, (onset ?? 0) / 7 + 1, random);
    }

    /// <summary>Mixes three numbers into a seed, the same on every machine (HashCode.Combine is not).</summary>
    private static int HashCode(int seed, int kind, int number) =>
        unchecked((((seed * 7919) + kind) * 104_729 + number) * 1_000_003 + 17);
}
