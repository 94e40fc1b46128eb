using InterviewAgent.Accounts;
using InterviewAgent.Analysis.Promises;
using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;

namespace InterviewAgent.Tests.Insights;

public sealed class ReadLedgersTests : IDisposable
{
    private static readonly HearPromises Hear = HearPromises.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private const string Promise = "The planning sheet is switched off";
    private const string Said = "The weather is fine. We still keep the planning sheet.";
    private readonly TestDatabase database = new();

    [Fact]
    public async Task A_promise_is_matched_to_the_sentence_about_it()
    {
        var account = new StoredAccount(database) { Says = Said };
        var promise = Promised(account, Promise);
        account.Hears("u1", 60, Visibility.AccountOnly, "operational.old-workflow/2");
        var line = (await Read(account)).Promises[promise];
        Assert.Equal((PromiseState.NotMentioned, PromiseState.Contradicted, PromiseView.OneSided), (line.Buyer.State, line.User.State, line.View));
        Assert.Equal("We still keep the planning sheet.", Said.Substring(line.User.Said[0].Start, line.User.Said[0].Length));
    }

    [Fact]
    public async Task What_is_kept_to_totals_is_in_no_ledger()
    {
        var account = new StoredAccount(database) { Says = Said };
        var promise = Promised(account, Promise);
        account.Hears("u1", 60, Visibility.TotalsOnly, "operational.old-workflow/2", "commitment.training=made", "evidence.outcome", "evidence.owner");
        var read = await Read(account);
        Assert.Equal((PromiseView.Unknown, 0), (read.Promises[promise].View, read.OldWorkflow.Count));
        Assert.All(read.Ladder, rung => Assert.Null(rung.Status));
        Assert.DoesNotContain(read.Readiness, item => item.Finding is not null);
        Assert.Null(read.FirstValue.Outcome);
        Assert.Empty(read.Findings);
    }

    [Fact]
    public async Task Answers_are_measured_in_words_against_the_persons_own()
    {
        var account = new StoredAccount(database) { Says = Said };
        account.Hears("u1", 14);
        account.Hears("u1", 60);
        var pace = Assert.Single((await Read(account)).Pace);
        Assert.Equal((10, 10), (pace.Words, pace.WordsBefore));
    }

    [Fact]
    public async Task Oversell_is_counted_by_segment_and_by_the_source_of_the_broken_promise()
    {
        foreach (var at in Enumerable.Range(0, 3))
        {
            var account = new StoredAccount(database) { Says = Said };
            Promised(account, Promise, "demo");
            account.Hears("u1", 60, Visibility.AccountOnly, at == 0 ? "expectation.oversell/2" : "capacity.time/2");
            account.Hears("u2", 60);
        }
        using var db = database.Open();
        var (bySegment, bySource) = await new ReadOversell(db, new FindOversold(db, Hear)).Run();
        Assert.Equal([new OversellCell(Oversell.NotKnown, 3, 6, 1, 1, false)], bySegment);
        Assert.Equal([new OversellCell("demo", 3, 6, 1, 1, false)], bySource);
    }

    private Guid Promised(StoredAccount account, string text, string? source = null)
    {
        using var db = database.Open();
        InterviewAgent.Accounts.Promise promise = new() { AccountId = account.Id, ExternalId = "p", Text = text, Source = source };
        db.Add(promise);
        db.SaveChanges();
        return promise.Id;
    }

    private async Task<AccountLedgers> Read(StoredAccount account)
    {
        using var db = database.Open();
        return (await new ReadLedgers(db, new GatherVoices(db), new ReadAnswersOf(db, Hear), TimeProvider.System).Of(account.Id))!;
    }

    public void Dispose() => database.Dispose();
}
