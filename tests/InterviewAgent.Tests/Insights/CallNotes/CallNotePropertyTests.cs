using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Promises;
using InterviewAgent.Insights;
using InterviewAgent.Insights.CallNotes;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Interviewing;
using InterviewAgent.Tests.Storage;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Insights.CallNotes;

/// <summary>What a note may never hold, over generated accounts of every size and choice.</summary>
public sealed class CallNotePropertyTests : IDisposable
{
    private const int Accounts = 40;
    private static readonly Codebook Codes = Codebook.Load(Gate.Prompts);
    private static readonly CallNoteTexts Texts = CallNoteTexts.Load(Gate.Prompts, Codes, Gate.Real);
    private static readonly WriteCallNote Write = new(Texts, DigestTexts.Load(Gate.Prompts), Codes, Options.Create(new InterviewingOptions()));
    private static readonly NameOverlay Overlay = NameOverlay.Load(Gate.Prompts);
    private static readonly HearPromises Hear = HearPromises.Load(Gate.Prompts);
    private readonly TestDatabase database = new();

    [Fact]
    public async Task No_word_and_no_name_that_was_not_allowed_with_the_name_is_in_a_note()
    {
        var named = 0;
        foreach (var account in Seed(withStrict: true))
        {
            var (note, lines) = await Note(account);
            foreach (var sentence in account.Said)
            {
                var shown = lines.Contains(sentence.Text, StringComparison.Ordinal);
                Assert.False(shown && sentence.Visibility != Visibility.WithMyName, $"{account.Account.Name}: {sentence.Visibility} words are shown");
                named += shown ? 1 : 0;
            }
            foreach (var name in account.Account.Respondents.Select(person => person.Name!))
            {
                Assert.True(!lines.Contains(name, StringComparison.Ordinal) || account.Said.Exists(one => one.Name == name && one.Visibility == Visibility.WithMyName),
                    $"{account.Account.Name}: {name} never allowed the name");
            }
            Assert.All(note.MayBeNamed.Where(item => item.Words is not null), item => Assert.Contains(account.Said, one => one.Text == item.Words && one.Visibility == Visibility.WithMyName));
        }
        Assert.True(named > 20, $"only {named} sentences were allowed and shown: the test would prove nothing");
    }

    [Fact]
    public async Task What_is_kept_to_totals_or_deleted_changes_no_letter_of_a_note()
    {
        var with = Seed(withStrict: true);
        var without = Seed(withStrict: false);
        var differing = 0;
        for (var at = 0; at < Accounts; at++)
        {
            differing += with[at].Said.Count == without[at].Said.Count ? 0 : 1;
            Assert.Equal((await Note(without[at])).Lines, (await Note(with[at])).Lines);
        }
        Assert.True(differing > Accounts / 4, $"only {differing} pairs differ");
    }

    [Fact]
    public async Task A_matter_is_named_without_a_person_only_where_nobody_can_be_picked_out()
    {
        var some = 0;
        foreach (var account in Seed(withStrict: true))
        {
            var (note, _) = await Note(account);
            foreach (var item in note.MayBeNamed.Where(item => item.Text.StartsWith("Several people", StringComparison.Ordinal)))
            {
                some++;
                var code = account.Said.Select(one => one.Code).First(code => item.Text.Contains(Codes.NameOf(code), StringComparison.OrdinalIgnoreCase));
                var speakers = account.Said.Where(one => one.Code == code && one.Visibility < Visibility.TotalsOnly).Select(one => one.Person).Distinct().Count();
                Assert.InRange(speakers, MayBeNamed.FewestSpeakers, account.Account.Respondents.Count - MayBeNamed.FewestOthers);
                Assert.DoesNotContain(code, new[] { "operational.old-workflow", "trust.output", "expectation.value", "drift.goal", "drift.sponsor" });
            }
        }
        Assert.True(some > 0, "no account had one: the test would prove nothing");
    }

    [Theory]
    [InlineData(ViewerRole.Leader, null, true)]
    [InlineData(ViewerRole.Manager, "A. Lind", true)]
    [InlineData(ViewerRole.Manager, "B. Otherwise", false)]
    [InlineData(ViewerRole.Admin, null, true)]
    [InlineData(ViewerRole.Researcher, null, false)]
    public async Task Who_may_know_of_the_account_by_name_gets_a_note(ViewerRole role, string? owner, bool gets)
    {
        var account = Seed(true)[0];
        using var db = database.Open();
        Assert.Equal(gets, await Load(db).Of(new Viewer("somebody", role) { Owner = owner }, account.Flag.Id) is not null);
        Assert.Null(await Load(db).Of(new Viewer("somebody", role) { Owner = owner }, Guid.NewGuid()));
    }

    private async Task<(CallNote Note, string Lines)> Note(NotedAccount account)
    {
        using var db = database.Open();
        var note = Write.From((await Load(db).Of(new Viewer("A. Lind", ViewerRole.Manager) { Owner = "A. Lind" }, account.Flag.Id))!);
        return (note, string.Join('\n', new RenderCallNote(Texts).Lines(note)));
    }

    private static LoadCallNoteFacts Load(InterviewAgentDb db)
    {
        GatherVoices gather = new(db);
        return new LoadCallNoteFacts(db, new ReadQuotes(db, Overlay), new ReadLedgers(db, gather, new ReadAnswersOf(db, Hear), TimeProvider.System), gather, TimeProvider.System);
    }

    private List<NotedAccount> Seed(bool withStrict)
    {
        using var db = database.Open();
        var accounts = Enumerable.Range(0, Accounts).Select(seed => new NotedAccount(db, seed, withStrict)).ToList();
        db.SaveChanges();
        return accounts;
    }

    public void Dispose() => database.Dispose();
}
