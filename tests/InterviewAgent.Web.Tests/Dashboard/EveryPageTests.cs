using System.Text.RegularExpressions;
using InterviewAgent.Insights;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Consents;
using InterviewAgent.Privacy.Staff;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Web.Tests.Browser;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>
/// Every page in Chromium as every role and as nobody, at a desk's and a phone's width, light and dark: the answer is the table's, and the page
/// has no fault. A page that is the same for two roles is looked at once.
/// </summary>
public sealed partial class EveryPageTests(EveryPageTests.Showcase showcase) : IClassFixture<EveryPageTests.Showcase>
{
    [Fact]
    public void Every_page_of_the_application_is_in_the_table()
    {
        var pages = showcase.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!);
        Assert.Equal(showcase.Pages.Select(page => page.Route).Distinct().Order(), pages.Distinct().Order());
    }

    [Theory]
    [InlineData(ViewerRole.Leader)]
    [InlineData(ViewerRole.Manager)]
    [InlineData(ViewerRole.Researcher)]
    [InlineData(ViewerRole.Admin)]
    [InlineData(null)]
    public async Task Every_page_answers_as_the_table_says_and_has_no_fault(ViewerRole? role)
    {
        var page = role is { } known
            ? await showcase.Windows.SignedIn(showcase.Site, known, known == ViewerRole.Manager ? Showcase.Owner : null)
            : await showcase.Windows.Open(showcase.Site.ClientOptions.BaseAddress.ToString());
        List<string> faults = [];
        foreach (var listed in showcase.Pages)
        {
            await page.SetViewportSizeAsync(1280, 800);
            var answer = await page.GotoAsync(listed.Address);
            var status = page.Url.Contains("/sign-in?to=", StringComparison.Ordinal) ? 401 : answer!.Status;
            List<string> here = status == Expected(listed, role) ? [] : [$"answers {status} instead of {Expected(listed, role)}"];
            if (showcase.IsNew(Varying().Replace(await page.ContentAsync(), "")))
            {
                here.AddRange(await PageFaults.Of(page, PageFaults.Views));
            }

            here.AddRange(showcase.Windows.Complaints());
            faults.AddRange(here.Select(fault => $"{listed.Address}: {fault}"));
        }

        await page.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_control_is_reached_with_the_tab_key_and_shows_it()
    {
        var page = await showcase.Windows.SignedIn(showcase.Site, ViewerRole.Leader);
        List<string> faults = [];
        foreach (var listed in showcase.Pages.Where(listed => listed.Leader == 200).DistinctBy(listed => listed.Route))
        {
            await page.GotoAsync(listed.Address);
            faults.AddRange((await PageFaults.ByKeyboard(page)).Select(fault => $"{listed.Address}: {fault}"));
        }

        await page.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static int Expected(Listed listed, ViewerRole? role) => role switch
    {
        ViewerRole.Leader => listed.Leader,
        ViewerRole.Manager => listed.Manager,
        ViewerRole.Researcher => listed.Researcher,
        ViewerRole.Admin => listed.Admin,
        _ => listed.Stranger,
    };

    /// <summary>What differs from one load of the same page to the next.</summary>
    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*>|\?to=[^"]*""")]
    private static partial Regex Varying();

    /// <summary>Two accounts of two managers, with words, themes, flags open and closed; one server and one browser for the whole class.</summary>
    public sealed class Showcase : IAsyncLifetime, IDisposable
    {
        public const string Owner = "A. Lind";
        private readonly HashSet<string> looked = [];

        private readonly KeptRuns runs = KeptRuns.Write();

        public Showcase() => Site = new Site(("Evals:Folder", runs.Folder));

        internal Site Site { get; }
        internal BrowserWindows Windows { get; private set; } = null!;
        internal IReadOnlyList<Listed> Pages { get; private set; } = [];

        public bool IsNew(string html) => looked.Add(html);

        public async Task InitializeAsync()
        {
            Site.Listen();
            Portfolio mine = null!, others = null!;
            await Site.With(async db => mine = await Portfolio.Seed(db));
            await Site.With(async db => others = await Portfolio.Seed(db, "Kraftfahrzeughaftpflichtversicherungsgesellschaft Norrsken-Valderrey"));
            await Site.Rebuilt();
            await Site.With(async db =>
            {
                await db.Accounts.Where(account => account.Id == others.Account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, "B. Otherwise"));
                // Reading all anew took them back: so little was said here.
                await db.Flags.ExecuteUpdateAsync(set => set.SetProperty(flag => flag.ClosedAt, (DateTimeOffset?)null).SetProperty(flag => flag.Outcome, (FlagOutcome?)null));
                db.Flags.Add(new Flag
                {
                    AccountId = mine.Account.Id, Kind = FlagKind.AtRisk, OpenedAt = DateTimeOffset.UtcNow.AddDays(-40), Why = "Dashboard red; and the vendor has been told.",
                    Evidence = "[]", ClosedAt = DateTimeOffset.UtcNow.AddDays(-30), Outcome = FlagOutcome.Acted,
                });
                await db.SaveChangesAsync();
                var checkIn = await db.CheckIns.Where(row => row.AccountId == mine.Account.Id).Select(row => row.Id).FirstAsync();
                ApiKey key = new() { Name = "CRM", SecretHash = "0", Scopes = string.Join(' ', ApiScopes.All), CreatedAt = DateTimeOffset.UtcNow };
                StaffSession session = new() { Who = "Visitor", Role = ViewerRole.Manager, Owner = Owner, Via = "link", BeganAt = DateTimeOffset.UtcNow };
                db.AddRange(key, session, new ConsentVersion { Hash = new string('a', 64), Text = "I am an AI interviewer.\n\nShall we start?", Language = "en", FirstShownAt = DateTimeOffset.UtcNow });
                db.Add(new ModelCall { At = DateTimeOffset.UtcNow, Provider = "openai", Model = "small", PromptName = "word-move", PromptHash = "0", Outcome = "Answered", Attempts = 1 });
                await db.SaveChangesAsync();
                Pages = [.. Listed.All(mine, others, checkIn, await Site.NewSignInToken(), (session.Id, key.Id))];
            });
            Windows = await BrowserWindows.Start();
        }

        public Task DisposeAsync() => Windows.DisposeAsync().AsTask();

        public void Dispose()
        {
            Site.Dispose();
            runs.Dispose();
        }
    }
}
