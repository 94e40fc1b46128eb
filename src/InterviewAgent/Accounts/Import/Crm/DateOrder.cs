using System.Globalization;
using System.Text.RegularExpressions;

namespace InterviewAgent.Accounts.Import.Crm;

/// <summary>Which comes first in a date such as 03/04/2026. Asked for, never guessed.</summary>
public enum DateOrder { DayFirst, MonthFirst }

public static class DateOrders
{
    public const string DayFirst = "day-first", MonthFirst = "month-first";

    /// <summary>As a switch says it; null: it says nothing of the kind.</summary>
    public static DateOrder? Find(string? name) => name switch { DayFirst => DateOrder.DayFirst, MonthFirst => DateOrder.MonthFirst, _ => null };
}

/// <summary>A day as an export writes it: "2026-11-22", "2026-11-22 09:30", "2026-11-22T09:30:00Z", "11/22/2026", "22.11.2026, 09:30".</summary>
internal static partial class ExportedDay
{
    public static DateOnly? Read(Field field, DateOrder? order)
    {
        if (field.Text() is not { } text)
        {
            return null;
        }
        if (YearFirst().Match(text) is { Success: true } iso)
        {
            return (field with { Value = $"{iso.Groups[1].Value}-{iso.Groups[2].Value.PadLeft(2, '0')}-{iso.Groups[3].Value.PadLeft(2, '0')}" }).Date();
        }
        if (YearLast().Match(text) is not { Success: true } local)
        {
            Wrong(field, text, "is not a date", "Write year-month-day, such as 2026-03-02, or the day and the month in figures and the year in four.");
            return null;
        }
        var (first, second, year) = (Number(local, 1), Number(local, 2), Number(local, 3));
        if (order is null && first != second && first is >= 1 and <= 12 && second is >= 1 and <= 12)
        {
            Wrong(field, text, $"may be {Named(year, second, first)} or {Named(year, first, second)}", $"Say which it is: --dates {DateOrders.DayFirst} or --dates {DateOrders.MonthFirst} (at /api/imports: ?dates=…).");
            return null;
        }
        var dayFirst = order is { } said ? said == DateOrder.DayFirst : first > 12;
        var (day, month) = dayFirst ? (first, second) : (second, first);
        if (month is < 1 or > 12 || day < 1 || year is < 1990 or > 2199 || day > DateTime.DaysInMonth(year, month))
        {
            Wrong(field, text, order is null ? "is not a date" : $"is not a date with the {(dayFirst ? "day" : "month")} first", "Give all dates of a file the same order, or write year-month-day.");
            return null;
        }
        return new DateOnly(year, month, day);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Named(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), month) ? string.Create(CultureInfo.InvariantCulture, $"{day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)}") : "no day";

    private static void Wrong(Field field, string text, string what, string mend) => field.Problems.Add(field.Line, field.Column, $"{ImportProblems.Show(text)} {what}", mend);

    [GeneratedRegex(@"^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[ T,].{0,40})?$", RegexOptions.NonBacktracking)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?:[ T,].{0,40})?$", RegexOptions.NonBacktracking)]
    private static partial Regex YearLast();
}
