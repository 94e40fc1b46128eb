using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Jobs;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Interviewing.Invitations;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Insights.SubThemes;

/// <summary>Signed on 5 January 2026; it is 1 May.</summary>
public sealed class ThemesTests : IDisposable
{
    private const string Code = "operational.old-workflow";
    private static readonly DateOnly Since = new(2026, 4, 20);
    private readonly TestDatabase database = new();
    private readonly SetClock clock = new() { Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero) };

    [Fact]
    public async Task Quotes_with_a_word_in_common_are_a_theme_named_as_two_people_of_two_accounts_call_it()
    {
        Say("I keep my own sheet for the roster.", 100);
        Say("Everybody has an own sheet here, and the plan is not looked at.", 30);
        Say("The excel with the macros decides.", 60);
        await Sweep();
        var theme = await Theme("spreadsheet");
        Assert.Equal(("Own sheet", 3, 3), (theme?.Name, theme?.Accounts, theme?.People));
        Assert.Equal(ThemeChange.Same, theme?.Change);
    }

    [Fact]
    public async Task What_one_person_or_one_account_says_is_no_theme()
    {
        var account = new StoredAccount(database) { Says = "I keep my own sheet." };
        account.Hears("u1", 30, Visibility.AccountOnly, $"{Code}/2");
        account.Hears("u2", 60, Visibility.AccountOnly, $"{Code}/2");
        Say("We print the plan.", 60);
        await Sweep();
        Assert.Null(await Theme("spreadsheet"));
        Assert.Equal([""], (await Of()).Select(theme => theme.Term));
    }

    [Fact]
    public async Task A_phrase_that_one_person_used_is_in_no_name()
    {
        Say("My grandmother's green sheet is law.", 60);
        Say("The sheet decides.", 60);
        Say("There is an excel.", 60);
        await Sweep();
        Assert.Equal("Sheet", (await Theme("spreadsheet"))?.Name);
    }

    [Fact]
    public async Task What_is_kept_to_totals_counts_for_no_theme_and_names_none()
    {
        Say("I keep my own sheet.", 60);
        Say("I keep my own sheet.", 60);
        Say("I keep my secret sheet.", 60, Visibility.TotalsOnly);
        Say("I keep my secret sheet.", 60, Visibility.TotalsOnly);
        await Sweep();
        Assert.Equal(("Own sheet", 2), ((await Theme("spreadsheet"))?.Name, (await Theme("spreadsheet"))?.Accounts));
        using var db = database.Open();
        Assert.Empty(await db.ThemeVoices.Where(voice => voice.Term.StartsWith("secret")).ToListAsync());
    }

    [Fact]
    public async Task A_theme_is_new_grows_shrinks_and_goes()
    {
        Say("I keep my own sheet.", 112); // 27 April
        Say("I keep my own sheet.", 113);
        Say("We print the plan.", 20);
        Say("We print the plan.", 21);
        await Sweep();
        Assert.Equal(ThemeChange.New, (await Theme("spreadsheet"))?.Change);
        Assert.Equal((0, ThemeChange.Same), ((await Theme("paper"))?.Now, (await Theme("paper"))?.Change)); // Over before, too.
        Assert.Equal(ThemeChange.Gone, (await Theme("paper", new DateOnly(2026, 3, 1)))?.Change);
        Say("I keep my own sheet.", 100);
        Say("We print the plan.", 100);
        await Sweep();
        Assert.Equal((1, 3, ThemeChange.Grown), ((await Theme("spreadsheet"))?.Then, (await Theme("spreadsheet"))?.Now, (await Theme("spreadsheet"))?.Change));
        Assert.Equal(ThemeChange.Shrunk, (await Theme("paper", new DateOnly(2026, 3, 1)))?.Change);
        Assert.Equal([0, 0], (await Theme("spreadsheet"))!.Weeks.Take(2));
        Assert.Equal([1, 1, 3], (await Theme("spreadsheet"))!.Weeks.TakeLast(3));
    }

    [Fact]
    public async Task Merged_split_renamed_and_archived_a_theme_stays_so_through_a_rebuild()
    {
        foreach (var words in new[] { "I keep my own sheet.", "I keep my own sheet.", "We print the plan.", "We print the plan on paper.", "The sheet is on the warehouse wall.", "My sheet hangs in the warehouse." })
        {
            Say(words, 100);
        }
        await Sweep();
        await Decide(decide => decide.Merge(Code, "paper", "spreadsheet", "A. Lind"));
        await Decide(decide => decide.Rename(Code, "spreadsheet", "  Outside  the product ", "A. Lind"));
        await Decide(decide => decide.Split(Code, "spreadsheet", "warehouse", "A. Lind"));
        await Decide(decide => decide.Archive(Code, "stock", true, "A. Lind"));
        await Sweep();
        foreach (var rebuilt in new[] { false, true })
        {
            if (rebuilt)
            {
                Assert.True((await new RebuildInsights(database, Groups.Words, new CodeAgain(_ => throw new InvalidOperationException("not asked for")), clock).Run(transcripts: false, resume: false, (_, _) => { })).IsIdentical);
            }
            Assert.Null(await Theme("paper"));
            Assert.Equal(("Outside the product", true, 4), ((await Theme("spreadsheet"))!.Name, (await Theme("spreadsheet"))!.IsNamedByPerson, (await Theme("spreadsheet"))!.Accounts));
            Assert.Equal(2, (await Theme("spreadsheet+stock"))?.Accounts);
            Assert.True((await Theme("stock"))?.IsArchived);
        }
        Say("We print everything.", 110);
        await Sweep();
        Assert.Equal(5, (await Theme("spreadsheet"))?.Accounts);
        await Decide(decide => decide.Merge(Code, "paper", null, "A. Lind"));
        await Sweep();
        Assert.Equal((2, 3), ((await Theme("spreadsheet"))?.Accounts, (await Theme("paper"))?.Accounts));
        using var db = database.Open();
        Assert.Equal(5, await db.Audit.CountAsync(entry => entry.Who == "A. Lind"));
    }

    [Fact]
    public async Task A_merge_in_a_circle_and_a_split_by_nothing_are_refused()
    {
        Say("I keep my own sheet.", 100);
        Say("We print the sheet.", 100);
        await Sweep();
        await Decide(decide => decide.Merge(Code, "paper", "spreadsheet", "A. Lind"));
        await Assert.ThrowsAsync<BadInputException>(() => Decide(decide => decide.Merge(Code, "spreadsheet", "paper", "A. Lind")));
        await Assert.ThrowsAsync<BadInputException>(() => Decide(decide => decide.Merge(Code, "spreadsheet", "spreadsheet", "A. Lind")));
        foreach (var word in new[] { "", "the", "sheet", "two words here scanner printer", new string('x', 5000) })
        {
            await Assert.ThrowsAsync<BadInputException>(() => Decide(decide => decide.Split(Code, "spreadsheet", word, "A. Lind")));
        }
        await Assert.ThrowsAsync<BadInputException>(() => Decide(decide => decide.Rename(Code, "spreadsheet", new string('x', 61), "A. Lind")));
    }

    [Fact]
    public async Task Lists_and_pages_of_themes_use_indexes()
    {
        await using var db = database.Open();
        string[] queries =
        [
            db.ThemeTotals.Where(total => total.Code == Code && total.Accounts >= 2 && total.People >= 2 && total.Term != "").OrderByDescending(total => total.Accounts).Take(5).ToQueryString(),
            db.ThemeWeeks.Where(week => week.Code == Code && new List<string> { "a", "b" }.Contains(week.Term)).ToQueryString(),
            db.ThemeVoices.Where(voice => voice.Code == Code && voice.Term == "paper").OrderByDescending(voice => voice.LastWeek).Take(30).ToQueryString(),
            """DELETE FROM "ThemeTotals" WHERE "Accounts" = 0""", """DELETE FROM "ThemeWeeks" WHERE "First" = 0 AND "Last" = 0""",
        ];
        foreach (var query in queries)
        {
            Assert.DoesNotContain(await Plan.Of(db, query), step => step.StartsWith("SCAN", StringComparison.Ordinal)
                && !step.Contains("USING INDEX", StringComparison.Ordinal) && !step.Contains("json_each", StringComparison.Ordinal) && !step.StartsWith("SCAN t", StringComparison.Ordinal));
        }
    }

    private void Say(string words, int day, Visibility visibility = Visibility.AccountOnly) =>
        new StoredAccount(database) { Says = words }.Hears("u1", day, visibility, $"{Code}/2");

    private async Task Sweep()
    {
        while (await new ReadVoices(database, Groups.Words, clock).Run(default) > 0)
        {
        }
    }

    private async Task<ThemePicture?> Theme(string term, DateOnly? since = null)
    {
        using var db = database.Open();
        return await Read(db).One(null, Code, term, since ?? Since);
    }

    private async Task<IReadOnlyList<ThemePicture>> Of()
    {
        using var db = database.Open();
        return await Read(db).Of(null, Code, Since, 50);
    }

    private ReadThemes Read(InterviewAgent.Storage.InterviewAgentDb db) => new(db, Groups.Words, new ThemeNames(), clock);

    private async Task Decide(Func<DecideTheme, Task> decision)
    {
        using var db = database.Open();
        await decision(new DecideTheme(db, Groups.Words, new Wake(), clock));
    }

    public void Dispose() => database.Dispose();
}
