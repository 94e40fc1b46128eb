using InterviewAgent.Accounts;
using InterviewAgent.Web.Dashboard.Portfolio;

namespace InterviewAgent.Web.Dashboard.Today;

/// <summary>
/// Health × voice as places on a drawing. Pure: counts and rows in, marks out; the same rows give the same drawing. Of more accounts than
/// <see cref="LoadOverview.Most"/> only <see cref="LoadOverview.MostFlagged"/> flagged ones are drawn, since more marks say nothing one by one, and the regions carry the counts.
/// </summary>
public sealed record Quadrant(IReadOnlyList<Quadrant.Mark> Marks, IReadOnlyList<Quadrant.Region> Regions, int NotEnough, int Nobody, int UnknownHealth)
{
    public const int Left = 66, Right = 452, Top = 8, Band = 100, Width = 460, Height = 340;

    /// <summary>The foot of a band, where the counts stand, and no mark.</summary>
    private const int Foot = 16;
    public const double Middle = (Left + Right) / 2.0;

    /// <summary>Means of many readings keep to the middle of the scale: the drawing spans 1 to 3, and what lies beyond stands at its edge.</summary>
    private const double Low = 1, High = 3;

    private const double Gap = 21;

    private static readonly HealthStatus[] Bands = [HealthStatus.Green, HealthStatus.Yellow, HealthStatus.Red];

    /// <param name="Rank">Number of its flag in the list beside; null: not in the list.</param>
    public sealed record Mark(PortfolioRow Row, double X, double Y, int? Rank);

    public sealed record Region(HealthStatus Health, Voice Voice, int Count, double X, double Y);

    /// <param name="ranks">Number of an account's flag in the list beside, by account.</param>
    public static Quadrant Of(Overview overview, IReadOnlyDictionary<Guid, int> ranks)
    {
        ArgumentNullException.ThrowIfNull(overview);
        ArgumentNullException.ThrowIfNull(ranks);
        int Count(Func<OverviewCell, bool> which) => overview.Cells.Where(which).Sum(cell => cell.Accounts);
        var drawn = overview.Drawn;
        var marks = Bands.SelectMany((health, band) => Spread(
            [.. drawn.Where(row => row.Health == health).OrderBy(row => row.Level).ThenBy(row => row.Id)], Top + (band * Band) + ((Band - Foot) / 2.0), ranks));
        var regions = Bands.SelectMany((health, band) => new[] { Voice.Low, Voice.High }.Select(voice => new Region(
            health, voice, Count(cell => cell.Health == health && cell.Voice == voice),
            voice == Voice.Low ? Left + 4 : Right - 4, Top + ((band + 1) * Band) - 5)));
        return new Quadrant(
            [.. marks], [.. regions], Count(cell => cell.Voice == Voice.NotEnough), Count(cell => cell.Voice == Voice.None), Count(cell => cell.Health is null));
    }

    /// <summary>Each at its level; where two would touch, the later steps up or down within its band.</summary>
    private static IEnumerable<Mark> Spread(IReadOnlyList<PortfolioRow> rows, double middle, IReadOnlyDictionary<Guid, int> ranks)
    {
        List<Mark> done = [];
        double[] steps = [0, -Gap, Gap, -1.7 * Gap, 1.7 * Gap];
        foreach (var row in rows)
        {
            var x = Math.Clamp(Left + ((Right - Left) * (row.Level!.Value - Low) / (High - Low)), Left + 12, Right - 12);
            // A column that is full passes the mark on to the right: its level is then read from the table, its side stays true.
            var place = Enumerable.Range(0, 8).SelectMany(shift => steps.Select(step => (X: x + (shift * Gap / 2), Y: middle - 2 + step)))
                .Where(spot => (spot.X < Middle) == (x < Middle) && spot.X <= Right - 8)
                .FirstOrDefault(spot => !done.Exists(mark => Math.Abs(mark.X - spot.X) < Gap && Math.Abs(mark.Y - spot.Y) < Gap - 4), (X: x, Y: middle));
            done.Add(new Mark(row, place.X, place.Y, ranks.TryGetValue(row.Id, out var rank) ? rank : null));
        }

        // Ranked marks last, so that nothing lies over them.
        return done.OrderBy(mark => mark.Rank is null ? 0 : 1);
    }
}
