using InterviewAgent.Insights;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Insights;

public sealed class FlagCaseTests : IDisposable
{
    private static readonly DateOnly Later = new(2026, 5, 1);
    private readonly TestDatabase database = new();

    [Fact]
    public async Task An_example_holds_while_the_rule_says_the_same_and_breaks_when_it_does_not()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await Say(account, FlagExpectation.Should, Later);
        await Say(account, FlagExpectation.ShouldNot, Later.AddDays(1));
        var replayed = (await Cases()).Select(ReplayFlagCases.Replay).ToList();
        Assert.Equal([false, true], replayed.Select(one => one.Breaks));
        Assert.All(replayed, one => Assert.Equal(FlagKind.SilentSufferer, one.Flagged));
    }

    [Fact]
    public async Task A_case_counts_what_was_known_on_its_day_and_nothing_later()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await Say(account, FlagExpectation.ShouldNot, new DateOnly(2026, 2, 1));
        var one = Assert.Single(await Cases());
        Assert.Single(one.Voice.Interviews);
        Assert.False(ReplayFlagCases.Replay(one).Breaks);
    }

    [Fact]
    public async Task What_was_erased_is_in_no_case_and_a_case_with_nobody_left_breaks_nothing()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await Say(account, FlagExpectation.Should, Later);
        using (var db = database.Open())
        {
            foreach (var person in await db.Respondents.Select(person => person.Id).ToListAsync())
            {
                await new InterviewAgent.Privacy.EraseRespondent(db, TimeProvider.System).Run(person, "themselves");
            }
        }
        var replayed = ReplayFlagCases.Replay(Assert.Single(await Cases()));
        Assert.Equal((true, false), (replayed.IsEmpty, replayed.Breaks));
    }

    [Fact]
    public async Task A_case_in_a_file_has_codes_and_no_ids_of_people_and_reads_back_the_same()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await Say(account, FlagExpectation.Should, Later);
        var one = Assert.Single(await Cases());
        var line = one.Line();
        using (var db = database.Open())
        {
            Assert.All(await db.Respondents.Select(person => person.Id).ToListAsync(), id => Assert.DoesNotContain(id.ToString(), line, StringComparison.OrdinalIgnoreCase));
        }
        Assert.DoesNotContain(account.Id.ToString(), line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sheet", line, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("operational.old-workflow", line, StringComparison.Ordinal);
        var back = FlagCase.Read(line, "line 1");
        Assert.Equal(line, back.Line());
        Assert.Equal(ReplayFlagCases.Replay(one), ReplayFlagCases.Replay(back));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("""{"id":"1","expected":"should","asOf":"2026-05-01","voice":{}}""")]
    public void A_line_that_is_no_case_says_so(string line) => Assert.Throws<BadInputException>(() => FlagCase.Read(line, "cases.jsonl line 1"));

    private async Task Say(StoredAccount account, FlagExpectation expected, DateOnly asOf)
    {
        using var db = database.Open();
        db.Add(new FlagExample { AccountId = account.Id, AsOf = asOf, Expected = expected, SaidBy = "M. Rossi" });
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<FlagCase>> Cases()
    {
        using var db = database.Open();
        return await new ReplayFlagCases(db, new GatherVoices(db)).Cases();
    }

    public void Dispose() => database.Dispose();
}
