using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Consents;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Privacy;

public sealed class PurgeOldTests : IDisposable
{
    private readonly TestDatabase database = new();

    [Theory]
    [InlineData("2026-03-01", 24, 0)] // Due 4 February: 25 days ago on 1 March.
    [InlineData("2026-03-01", 25, 1)]
    [InlineData("2030-01-01", 0, 1)] // 0 keeps everything.
    public async Task What_is_older_than_the_setting_goes_with_its_words(string today, int days, int left)
    {
        await Spoken.Interview(database, Visibility.AccountOnly, answers: "Quetzal-blue sheets at midnight.");
        using var db = database.Open();
        var purge = new PurgeOld(db, new KeepErasures(db, new ErasedFile(database.Path + ".erased.jsonl")),
            Options.Create(new PrivacyOptions { RetentionDays = days }), new At(DateTimeOffset.Parse(today + "T12:00Z", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(1 - left, (await purge.Count()).Interviews);
        Assert.Equal(1 - left, await purge.Run(default));
        Assert.Equal(0, await purge.Run(default));
        Assert.Equal(left, await db.Interviews.CountAsync());
        Assert.Equal(left, await db.CheckIns.CountAsync());
        Assert.Equal(left == 1, StoreBytes.Hold(database, "Quetzal"));
        Assert.Equal(2, await db.Respondents.CountAsync());
    }

    [Fact]
    public async Task A_consent_text_stays_as_long_as_a_consent_refers_to_it_and_whoever_purged_is_noted()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: "It runs.");
        using var db = database.Open();
        foreach (var hash in new[] { "old and agreed to", "old and unused", "new and unused" })
        {
            db.Add(new ConsentVersion { Hash = hash, Text = hash, Language = "en", FirstShownAt = hash.StartsWith("old", StringComparison.Ordinal) ? DateTimeOffset.UnixEpoch : new(2026, 2, 20, 0, 0, 0, TimeSpan.Zero) });
        }
        db.Add(new Consent { RespondentId = interview.RespondentId, InterviewId = interview.Id, TextHash = "old and agreed to" });
        await db.SaveChangesAsync();
        Assert.Equal(0, await Purge(days: 25).All("A. Lind"));
        Assert.Equal(["new and unused", "old and agreed to"], await db.ConsentVersions.Select(version => version.Hash).Order().ToListAsync());
        Assert.Equal(1, await Purge(days: 24).All("A. Lind"));
        Assert.Equal(["new and unused"], await db.ConsentVersions.Select(version => version.Hash).ToListAsync());
        Assert.Contains(("A. Lind", "removed 1 check-ins that were older than they are kept"), (await db.Audit.ToListAsync()).Select(entry => (entry.Who, entry.Did)));

        PurgeOld Purge(int days) => Keeping(db, days);
    }

    [Fact]
    public async Task However_much_is_older_goes_at_once()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: "It runs.");
        using var db = database.Open();
        var people = Enumerable.Range(0, 120).Select(n => new Respondent { AccountId = interview.AccountId, ExternalId = $"q{n}", Role = Role.EndUser }).ToList();
        db.AddRange(people);
        db.AddRange(people.Select(person => new CheckIn { AccountId = interview.AccountId, RespondentId = person.Id, Checkpoint = Checkpoint.Day30, Due = new(2026, 2, 3) }));
        await db.SaveChangesAsync();
        Assert.Equal(121, await Keeping(db, days: 24).Run(default));
        Assert.Equal(0, await db.CheckIns.CountAsync());
    }

    private PurgeOld Keeping(InterviewAgentDb db, int days) => new(db, new KeepErasures(db, new ErasedFile(database.Path + ".erased.jsonl")),
        Options.Create(new PrivacyOptions { RetentionDays = days }), new At(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    public void Dispose() => database.Dispose();
}
