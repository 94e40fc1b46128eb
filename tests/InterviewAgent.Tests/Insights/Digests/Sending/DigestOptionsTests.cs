using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using InterviewAgent.Insights.Digests.Sending;

namespace InterviewAgent.Tests.Insights.Digests.Sending;

public sealed class DigestOptionsTests
{
    [Theory]
    [InlineData("UTC", "2026-11-23T07:59:00Z", false, "2026-11-23")]
    [InlineData("UTC", "2026-11-23T08:00:00Z", true, "2026-11-23")]
    [InlineData("UTC", "2026-11-25T07:59:00Z", true, "2026-11-23")]
    [InlineData("UTC", "2026-11-25T08:00:00Z", false, "2026-11-23")]
    [InlineData("UTC", "2026-11-29T23:59:00Z", false, "2026-11-23")]
    [InlineData("Pacific/Auckland", "2026-11-22T19:00:00Z", true, "2026-11-23")]
    [InlineData("America/New_York", "2026-11-23T12:59:00Z", false, "2026-11-23")]
    [InlineData("America/New_York", "2026-11-23T13:00:00Z", true, "2026-11-23")]
    public void It_goes_out_on_Monday_where_its_readers_are(string zone, string now, bool due, string week)
    {
        DigestOptions options = new() { TimeZone = zone };
        var at = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        Assert.Equal((due, week), (options.IsDue(at), options.WeekOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("a.lind@example.com", "manager", "A. Lind", true)]
    [InlineData("lead@example.com", "leader", "", true)]
    [InlineData("lead", "leader", "", false)]
    [InlineData("a\r\nBcc: x@example.com", "leader", "", false)]
    [InlineData("lead@example.com", "boss", "", false)]
    [InlineData("lead@example.com", "manager", "", false)]
    [InlineData("lead@example.com", "leader", "A. Lind", false)]
    public void A_reader_that_cannot_be_meant_stops_the_start(string mail, string role, string owner, bool good) =>
        Assert.Equal(good, Problems(new() { Recipients = [new() { Mail = mail, Role = role, Owner = owner }] }).Count == 0);

    [Fact]
    public void An_address_stands_there_once() =>
        Assert.Single(Problems(new() { Recipients = [new() { Mail = "lead@example.com" }, new() { Mail = "Lead@Example.com", Role = "manager", Owner = "A. Lind" }] }));

    private static List<ValidationResult> Problems(DigestOptions options)
    {
        List<ValidationResult> wrong = [];
        Validator.TryValidateObject(options, new ValidationContext(options), wrong, true);
        return wrong;
    }
}
