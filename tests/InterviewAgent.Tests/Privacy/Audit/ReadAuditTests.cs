using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Audit;
using InterviewAgent.Tests.Storage;

namespace InterviewAgent.Tests.Privacy.Audit;

public sealed class ReadAuditTests : IDisposable
{
    private readonly TestDatabase database = new();

    [Theory]
    [InlineData("transcripts", 1)]
    [InlineData("exports", 1)]
    [InlineData("erasures", 2)]
    [InlineData("sign-ins", 2)]
    [InlineData("sessions", 1)]
    [InlineData("keys", 2)]
    [InlineData("webhooks", 1)]
    [InlineData("respondents", 1)]
    [InlineData("no such kind", 10)]
    public async Task A_kind_has_its_entries_and_no_other(string kind, int expected)
    {
        await Seed("opened a transcript", "exported a respondent", "erased a respondent", "signed in", "made a sign-in link for A as admin", "revoked 2 sessions of B", "made an API key", "revoked an API key", "removed a webhook");
        using var db = database.Open();
        db.Add(new AuditEntry { Who = "respondent", Did = "deleted an answer" });
        await db.SaveChangesAsync();
        Assert.Equal(expected, (await new ReadAudit(db).Page(new AuditFilter(Kind: kind), 1)).All);
    }

    [Fact]
    public async Task Days_are_whole_and_both_ends_count()
    {
        await Seed("one", "two", "three", "four");
        using var db = database.Open();
        var read = new ReadAudit(db);
        DateOnly first = new(2026, 3, 1);
        Assert.Equal(["three", "two"], (await read.Page(new AuditFilter(From: first.AddDays(1), To: first.AddDays(2)), 1)).Entries.Select(entry => entry.Did));
        Assert.Equal(4, (await read.Page(new AuditFilter(To: DateOnly.MaxValue, From: DateOnly.MinValue), 1)).All);
        Assert.Equal(0, (await read.Page(new AuditFilter(Who: "a. lind"), 1)).All);
        Assert.Equal(4, (await read.Page(new AuditFilter(Who: " A. Lind "), 1)).All);
    }

    [Fact]
    public async Task Pages_are_cut_in_the_store_newest_first()
    {
        await Seed([.. Enumerable.Range(0, ReadAudit.PageSize + 5).Select(n => $"did {n}")]);
        using var db = database.Open();
        var read = new ReadAudit(db);
        var (first, second) = (await read.Page(new AuditFilter(), 1), await read.Page(new AuditFilter(), 2));
        Assert.Equal((ReadAudit.PageSize, 5), (first.Entries.Count, second.Entries.Count));
        Assert.Equal(("did 104", "did 4", 105), (first.Entries[0].Did, second.Entries[0].Did, second.All));
        Assert.Empty((await read.Page(new AuditFilter(), 3)).Entries);
        Assert.NotEmpty((await read.Page(new AuditFilter(), -7)).Entries);
    }

    /// <summary>One a day from 1 March 2026, at 23:30 UTC.</summary>
    private async Task Seed(params string[] did)
    {
        using var db = database.Open();
        DateTimeOffset at = new(2026, 3, 1, 23, 30, 0, TimeSpan.Zero);
        db.AddRange(did.Select((what, day) => new AuditEntry { At = at.AddDays(day), Who = "A. Lind", Did = what }));
        await db.SaveChangesAsync();
    }

    public void Dispose() => database.Dispose();
}
