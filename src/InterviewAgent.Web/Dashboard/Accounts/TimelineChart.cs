using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>Where everything of the timeline stands in its drawing, in SVG units. Drawn on the server from the rows of the table behind it.</summary>
public sealed class TimelineChart
{
    public const int Width = 1100, Left = 110, Right = 1040, UsageTop = 40, UsageBottom = 180, ReadingTop = 200, ReadingBottom = 250;
    public static readonly (string Name, string[] Kinds, int Y)[] Lanes =
        [("Check-ins", ["held", "silent", "right"], 282), ("Health", ["health"], 316), ("Flags", ["flag"], 350)];
    public const int Height = 392;
    private const int LeastDays = 90;
    private const int MostMarks = 15;

    private readonly AccountPicture picture;
    private readonly double mostUsers, mostActions;

    public TimelineChart(AccountPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        this.picture = picture;
        Weeks = [.. picture.Account.Usage.OrderBy(week => week.Week)];
        Days = Math.Max(LeastDays, Weeks.Select(week => 7 * week.Week).Concat(picture.Events.Select(one => one.Day)).Concat(Levels.Select(level => level.Day)).DefaultIfEmpty().Max());
        mostUsers = RoundUp(Weeks.Select(week => week.ActiveUsers).DefaultIfEmpty().Max());
        mostActions = RoundUp(Weeks.Select(week => week.KeyActions).DefaultIfEmpty().Max());
    }

    public IReadOnlyList<UsageWeek> Weeks { get; }
    public int Days { get; }

    /// <summary>Every interview's readings as one mean from 0 to 4, as the portfolio places its marks: tone is moved to that scale.</summary>
    public IEnumerable<(int Day, double Level, PersonReadings Of)> Levels => picture.Readings.Where(reading => reading.Values.Count > 0)
        .Select(reading => (
            Say.DaySince(picture.Account.ContractSignedOn, reading.HeldOn),
            reading.Values.Where(pair => AccountModel.Dimensions.Contains(pair.Key))
                .Select(pair => pair.Key == ReadingDimension.Tone ? pair.Value + 2 : pair.Value).DefaultIfEmpty().Average(),
            reading));

    /// <summary>All of it by day, for the table behind the drawing.</summary>
    public IEnumerable<(int Day, string Kind, string Says, string? Href)> Rows => picture.Events.Select(one => (one.Day, one.Kind, one.Says, one.Href))
        .Concat(Levels.Select(level => (level.Day, "reading", $"Readings {Say.Level(level.Level)} of 4, {Say.Role(level.Of.Role)}", (string?)null)))
        .OrderBy(row => row.Item1);

    /// <summary>Things of one lane; those of one day stand side by side.</summary>
    public IEnumerable<(TimelineEvent Event, double X)> On(string[] kinds) => picture.Events.Where(one => kinds.Contains(one.Kind))
        .GroupBy(one => one.Day).SelectMany(day => day.Select((one, at) => (one, Place(one.Day) + 11 * at)));

    /// <summary>Every thirtieth day; of years so many fewer that their words stand apart.</summary>
    public IEnumerable<int> Marks => Enumerable.Range(0, Days / MarkDays + 1).Select(mark => mark * MarkDays);

    private int MarkDays => 30 * (int)Math.Ceiling(Days / 30.0 / MostMarks);

    public string X(double day) => Text(Place(day));
    public static string LevelY(double level) => Text(ReadingBottom - (ReadingBottom - ReadingTop) * level / 4);

    /// <summary>A line through the weeks, broken where a week has no figures.</summary>
    public string Users => Path(week => week.ActiveUsers, mostUsers);
    public string Actions => Path(week => week.KeyActions, mostActions);
    public (string Users, string Actions) Tops => (Text(mostUsers), Text(mostActions));

    private double Place(double day) => Left + (Right - Left) * Math.Clamp(day, 0, Days) / Days;

    private string Path(Func<UsageWeek, int> value, double most) => string.Join(' ', Weeks.Select((week, at) =>
        (at > 0 && Weeks[at - 1].Week == week.Week - 1 ? "L" : "M") + X(7 * week.Week) + " "
        + Text(UsageBottom - (UsageBottom - UsageTop) * (most == 0 ? 0 : value(week) / most))));

    private static double RoundUp(int most)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, most))));
        return most == 0 ? 0 : Math.Ceiling(most / step) * step;
    }

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
