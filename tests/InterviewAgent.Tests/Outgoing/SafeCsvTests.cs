using System.Text;
using InterviewAgent.Outgoing;
using InterviewAgent.Tests.Architecture;

namespace InterviewAgent.Tests.Outgoing;

public sealed class SafeCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\r=1", "'\r'=1")]
    [InlineData("\"=1\"", "\"'=1\"")]
    [InlineData("  =1", "  '=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("\u00A0=1", "\u00A0'=1")]
    [InlineData("x;=1", "x;'=1")]
    [InlineData("x,\"=1", "x,\"'=1")]
    [InlineData("x\n=1", "x\n'=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("a-b = c", "a-b = c")]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("Fenwright, north", "Fenwright, north")]
    public void A_text_that_a_spreadsheet_would_run_is_shown_instead(string text, string cell)
    {
        Assert.Equal(cell, SafeCsv.Safe(text));
        Assert.Equal(text, SafeCsv.Plain(cell));
    }

    [Fact]
    public void Numbers_days_and_times_stay_what_they_are() => Assert.Equal(
        "n,d,t,none,text\n-5,2026-03-02,2026-03-02 09:30,,'-5\n",
        Written(["n", "d", "t", "none", "text"], [-5, new DateOnly(2026, 3, 2), new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero), null, "-5"]));

    [Fact]
    public void Quotes_separators_and_line_breaks_stay_in_their_cell() =>
        Assert.Equal("a\n\"x \"\"y\"\", z\nend\"\n", Written(["a"], ["x \"y\", z\nend"]));

    [Fact]
    public void A_row_of_another_length_is_an_error() => Assert.Throws<ArgumentException>(() => Written(["a", "b"], ["x"]));

    [Fact]
    public void No_cell_begins_like_a_formula_whatever_separates_it()
    {
        Random random = new(7);
        for (var n = 0; n < 20_000; n++)
        {
            var text = SafeCsv.Safe(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => "=+-@,;|\t\r\n\"' a1\u00A0\uFF1D"[random.Next(17)])));
            Assert.All(text.Split(',', ';', '\t', '|', '\n', '\r'), cell => Assert.DoesNotContain(cell.TrimStart(' ', '"', '\u00A0').FirstOrDefault(), "=+-@\uFF1D"));
        }
    }

    [Fact]
    public void There_is_one_writer() => Assert.Equal(
        ["SafeCsv.cs"], Source.Files("src").Where(path => File.ReadAllText(path).Contains("CsvWriter", StringComparison.Ordinal)).Select(Path.GetFileName));

    private static string Written(IReadOnlyList<string> columns, IReadOnlyList<object?> row)
    {
        using MemoryStream to = new();
        SafeCsv.Write(to, columns, [row]);
        return Encoding.UTF8.GetString(to.ToArray());
    }
}
