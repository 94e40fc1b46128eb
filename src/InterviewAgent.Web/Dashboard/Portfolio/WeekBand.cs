namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>How far an account is since its signature, in the bands in which its check-ins lie.</summary>
/// <param name="Word">As the address and the page write it.</param>
/// <param name="From">First and last day since the signature; the day of the signature counts as the first band's.</param>
public sealed record WeekBand(string Word, int From, int To)
{
    public static readonly IReadOnlyList<WeekBand> All = [new("1-14", 0, 14), new("15-30", 15, 30), new("31-60", 31, 60), new("61-90", 61, 90), new("later", 91, int.MaxValue)];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(band => band.Word)];

    /// <summary>Null: no such band, which filters nothing.</summary>
    public static WeekBand? Find(string? word) => All.FirstOrDefault(band => band.Word == word);

    /// <summary>The newest and the oldest day of signature of an account that is in it today; null: no oldest.</summary>
    public (DateOnly Newest, DateOnly? Oldest) SignatureDays(DateOnly today) => (today.AddDays(-From), To == int.MaxValue ? null : today.AddDays(-To));
}
