using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Interviewing.Invitations;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Insights.Digests;

/// <summary>Digests on a store: whose accounts, which words, kept once, and what an erasure takes out.</summary>
public sealed class KeptDigestTests : IDisposable
{
    private static readonly DigestTexts Texts = DigestTexts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private static readonly Codebook Codes = Codebook.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private readonly TestDatabase database = new();
    private readonly SetClock clock = new() { Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero) };

    [Fact]
    public async Task A_flag_is_told_with_the_verified_turn_it_rests_on()
    {
        clock.Now = new(2026, 4, 7, 9, 0, 0, TimeSpan.Zero);
        var account = await Sufferer();
        var digest = await Of(null);
        var flag = digest.In(DigestSection.Flags).First();
        Assert.Equal(("Fenwright", account.Id), (flag.Label, flag.AccountId));
        Assert.Matches("^/interviews/[0-9a-f-]{36}#turn-1$", flag.Turn);
        using var db = database.Open();
        Assert.Equal(flag.Rests.Count, await db.Findings.CountAsync(finding => flag.Rests.Contains(finding.Id) && finding.Verified));
        Assert.Equal("Voice from 1 of 1 account (2 people).", digest.Claims.Single(claim => claim.N == 1).Text);
        Assert.Contains(digest.In(DigestSection.Themes), claim => claim.Rests.Count > 0 && claim.Turn is not null);
    }

    [Fact]
    public async Task What_is_kept_to_totals_feeds_nothing()
    {
        var account = new StoredAccount(database);
        account.Hears("u1", 60, Visibility.TotalsOnly, "trust.output/2");
        var digest = await Of(null);
        Assert.Equal("Nobody of the 1 account has been heard yet (0 people).", digest.Claims[0].Text);
        Assert.DoesNotContain(digest.Claims, claim => claim.Rests.Count > 0 || claim.Turn is not null || claim.Label is not null);
        Assert.Empty(DigestNumbers.Read(digest.Numbers)!.Themes);
    }

    [Fact]
    public async Task A_flag_links_to_no_words_that_became_strict_after_it_was_read()
    {
        await Sufferer();
        using (var db = database.Open())
        {
            await db.Interviews.ExecuteUpdateAsync(set => set.SetProperty(row => row.Visibility, Visibility.TotalsOnly));
        }
        var flag = (await Of(null)).In(DigestSection.Flags).First();
        Assert.Equal((null, 0), (flag.Turn, flag.Rests.Count));
    }

    [Fact]
    public async Task A_managers_digest_holds_their_own_accounts_and_no_other()
    {
        await Sufferer();
        foreach (var (owner, accounts) in new[] { ("Asa", 1), ("Somebody else", 0), ("", 0), ("all", 0) })
        {
            var digest = await Of(owner);
            Assert.Equal(accounts, DigestNumbers.Read(digest.Numbers)!.Accounts);
            Assert.Equal(accounts, digest.Claims.Count(claim => claim.AccountId is not null));
        }
    }

    [Fact]
    public async Task It_is_written_once_a_week_and_then_stays_as_it_was()
    {
        await Sufferer();
        var first = await Of(null);
        new StoredAccount(database).Hears("u9", 60, Visibility.AccountOnly, "trust.output/2");
        clock.Now = clock.Now.AddDays(3);
        var again = await Of(null);
        Assert.Equal((first.Id, first.Claims.Count), (again.Id, again.Claims.Count));
        clock.Now = clock.Now.AddDays(7);
        var next = await Of(null);
        Assert.Equal(first.Week.AddDays(7), next.Week);
        Assert.Contains(next.In(DigestSection.Changed), claim => claim.Text.StartsWith("1 person heard for the first time", StringComparison.Ordinal));
        Assert.Equal([next.Week, first.Week], await With(keep => keep.Weeks(null)));
    }

    [Fact]
    public async Task The_next_one_says_what_became_of_its_flags()
    {
        await Sufferer();
        await Of(null);
        using (var db = database.Open())
        {
            await db.Flags.ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, FlagOutcome.Acted).SetProperty(row => row.ClosedAt, clock.Now.AddDays(1)));
        }
        clock.Now = clock.Now.AddDays(7);
        Assert.Equal("Of 1 flag in 1 account (2 people): 1 acted on.", Assert.Single((await Of(null)).In(DigestSection.Done)).Text);
    }

    [Fact]
    public async Task Erasing_a_person_takes_out_the_sentences_that_rested_on_them_and_leaves_a_note()
    {
        await Sufferer();
        var digest = await Of(null);
        var rested = digest.Claims.Where(claim => claim.Label is not null).Select(claim => claim.Text).ToList();
        await ErasePeople();
        var left = (await With(keep => keep.Find(null, digest.Week)))!;
        Assert.Equal(digest.Claims.Count, left.Claims.Count);
        Assert.All(left.Claims.Where(claim => claim.Label is not null), claim =>
        {
            Assert.Equal(("", null, null, 0), (claim.Text, claim.Detail, claim.Turn, claim.Rests.Count));
            Assert.NotNull(claim.GoneAt);
        });
        foreach (var page in new DigestPages(Texts).All(left))
        {
            Assert.Contains(Texts.Gone, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain(rested, sentence => page.Contains(sentence, StringComparison.Ordinal));
        }
        using var after = database.Open();
        Assert.Equal(0, await after.DigestSources.CountAsync());
    }

    [Fact]
    public async Task A_sentence_that_its_speaker_deletes_takes_the_claim_with_it()
    {
        await Sufferer();
        var digest = await Of(null);
        await DeleteSentences();
        var left = (await With(keep => keep.Find(null, digest.Week)))!;
        Assert.All(left.Claims.Where(claim => claim.Label is not null), claim => Assert.Equal(("", null), (claim.Text, claim.Turn)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_goes_while_it_is_being_worded_is_not_kept(bool wholePeople)
    {
        await Sufferer();
        var returned = await With(keep => keep.Of(null, (_, _, _) => wholePeople ? ErasePeople() : DeleteSentences()));
        foreach (var digest in new[] { returned, (await With(keep => keep.Find(null, returned.Week)))! })
        {
            var rested = digest.Claims.Where(claim => claim.Label is not null).ToList();
            Assert.NotEmpty(rested);
            Assert.All(rested, claim => Assert.Equal(("", null, 0), (claim.Text, claim.Turn, claim.Rests.Count)));
        }
        using var db = database.Open();
        Assert.Equal(0, await db.DigestSources.CountAsync());
    }

    [Fact]
    public async Task A_preview_keeps_nothing()
    {
        await Sufferer();
        await With(keep => keep.Preview(null));
        using var db = database.Open();
        Assert.Equal(0, await db.Digests.CountAsync());
    }

    [Fact]
    public async Task Two_at_once_keep_one()
    {
        await Sufferer();
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Of(null))));
        Assert.Single(both.Select(digest => digest.Id).Distinct());
    }

    private async Task ErasePeople()
    {
        await using var db = database.Open();
        foreach (var person in await db.Respondents.Select(row => row.Id).ToListAsync())
        {
            await new EraseRespondent(db, clock).Run(person, "admin");
        }
    }

    private async Task DeleteSentences()
    {
        await using var db = database.Open();
        await using var work = await db.Database.BeginTransactionAsync();
        foreach (var turn in await db.Turns.AsNoTracking().ToListAsync())
        {
            var choice = new VisibilityChoice { InterviewId = turn.InterviewId, TurnId = turn.Id, Start = 0, Length = 16, Visibility = Visibility.Delete };
            await EraseSentences.Run(db, turn.InterviewId, [choice], Visibility.AccountOnly, clock.Now, default);
        }
        await db.SaveChangesAsync();
        await work.CommitAsync();
    }

    private async Task<StoredAccount> Sufferer()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await using var db = database.Open();
        await new RefreshFlags(db, new GatherVoices(db), clock).Of(account.Id);
        return account;
    }

    private Task<Digest> Of(string? owner) => With(keep => keep.Of(owner));

    private async Task<T> With<T>(Func<KeepDigest, Task<T>> work)
    {
        await using InterviewAgentDb db = database.Open();
        await KeptRows.Of(database);
        return await work(new KeepDigest(db, new LoadDigestFacts(db, Codes, Options.Create(new InsightsOptions()), clock), new WriteDigest(Texts), Options.Create(new DigestOptions()), clock));
    }

    public void Dispose() => database.Dispose();
}
