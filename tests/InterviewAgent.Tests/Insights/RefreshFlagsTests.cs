using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Insights;

public sealed class RefreshFlagsTests : IDisposable
{
    private readonly TestDatabase database = new();

    [Fact]
    public async Task A_silent_sufferer_gets_one_flag_with_its_reason_its_evidence_and_its_owner()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await Refresh(account);
        await Refresh(account);
        var flag = Assert.Single(await Flags());
        Assert.Equal((FlagKind.SilentSufferer, "Asa", null), (flag.Kind, flag.Owner, flag.ClosedAt));
        Assert.Contains("nobody has told the vendor", flag.Why, StringComparison.Ordinal);
        var evidence = EvidenceJson.Read(flag.Evidence);
        Assert.Contains(evidence, kind => kind is { Kind: EvidenceKind.OldWorkflowAlive, People: 1, IsQuoted: true, Findings.Count: 1 });
        Assert.Equal((evidence.Count(kind => kind.IsQuoted), evidence.Max(kind => kind.People)), (flag.QuotedKinds, flag.People));
        Assert.InRange(flag.Speakers, flag.People, 2);
    }

    [Fact]
    public async Task What_is_kept_to_totals_raises_no_flag()
    {
        await Refresh(new StoredAccount(database).SuffersInSilence(Visibility.TotalsOnly));
        Assert.Empty(await Flags());
    }

    [Fact]
    public async Task A_flag_that_a_person_closed_stays_closed_until_there_is_new_evidence()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await Refresh(account);
        await Close(FlagOutcome.NotUseful);
        await Refresh(account);
        Assert.NotNull(Assert.Single(await Flags()).ClosedAt);

        account.Hears("u2", 95, Visibility.AccountOnly, "operational.old-workflow/3");
        await Refresh(account);
        Assert.Equal(2, (await Flags()).Count);
        Assert.Single(await Flags(), flag => flag.ClosedAt is null);
    }

    [Fact]
    public async Task A_flag_that_no_longer_holds_is_taken_back_and_comes_back_as_the_same()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await Refresh(account);
        var depends = account.Hears("u2", 95, Visibility.AccountOnly, "evidence.dependency", "evidence.outcome", "evidence.repeated-use");
        await Refresh(account);
        Assert.True(Assert.Single(await Flags()) is { ClosedAt: not null, Outcome: null });

        using (var db = database.Open())
        {
            await db.Findings.Where(finding => finding.InterviewId == depends).ExecuteDeleteAsync();
        }
        await Refresh(account);
        Assert.Null(Assert.Single(await Flags()).ClosedAt);
    }

    [Fact]
    public async Task The_sweep_reads_an_account_once_for_each_change()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        _ = new StoredAccount(database);
        var sweep = new ReadVoices(database, Groups.Words, TimeProvider.System);
        Assert.Equal(2, await sweep.Run(default));
        Assert.Equal(0, await sweep.Run(default));
        account.Hears("u2", 95);
        Assert.Equal(1, await sweep.Run(default));
        using var db = database.Open();
        Assert.True(ReadVoices.Stored(await db.VoiceReadings.FindAsync(account.Id)) is { SilentSufferer: true, HasEnoughVoice: true });
    }

    private async Task Refresh(StoredAccount account)
    {
        using var db = database.Open();
        await new RefreshFlags(db, new GatherVoices(db), TimeProvider.System).Of(account.Id);
    }

    private async Task Close(FlagOutcome outcome)
    {
        using var db = database.Open();
        var flag = await db.Flags.SingleAsync();
        (flag.Outcome, flag.ClosedAt) = (outcome, DateTimeOffset.UnixEpoch);
        await db.SaveChangesAsync();
    }

    private async Task<List<Flag>> Flags()
    {
        using var db = database.Open();
        return await db.Flags.AsNoTracking().ToListAsync();
    }

    public void Dispose() => database.Dispose();
}
