using System.Globalization;

namespace InterviewAgent.Web.Dashboard.Evals;

/// <summary>Shares as points of 100, with their interval.</summary>
internal static class SayFigure
{
    private const int Left = 4, Width = 152;

    public static string Points(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    public static string Interval(RunFigure figure) => $"{Points(figure.Low)} to {Points(figure.High)}";

    public static string Whole(RunFigure figure) => $"{Points(figure.Value)} ({Interval(figure)})";

    /// <summary>Where a share stands on the drawn scale, in its units.</summary>
    public static string X(double share) => (Left + (Width * Math.Clamp(share, 0, 1))).ToString("0.#", CultureInfo.InvariantCulture);

    public static string Long(RunFigure figure) => Math.Max(1, Width * (Math.Clamp(figure.High, 0, 1) - Math.Clamp(figure.Low, 0, 1))).ToString("0.#", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Parts(RunHeader header) => header.Part == "all" ? "both parts" : $"the {header.Part} part";
}
