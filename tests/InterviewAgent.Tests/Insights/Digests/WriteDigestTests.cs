using InterviewAgent.Insights;
using InterviewAgent.Insights.Digests;

namespace InterviewAgent.Tests.Insights.Digests;

/// <summary>What is written from which facts, word by word.</summary>
public sealed class WriteDigestTests
{
    private static readonly DigestTexts Texts = DigestTexts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly FoundAt[] Found = [new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 4), new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 6)];

    private static readonly DigestFacts Example = new()
    {
        Week = new(2026, 11, 23), Since = new(2026, 11, 16),
        Now = Numbers(84, 31, 57, 12, 7, ("operational.old-workflow", 14, 9), ("trust.output", 3, 2)),
        Before = Numbers(84, 29, 53, 10, 6, ("operational.old-workflow", 11, 6), ("technical.data", 4, 4)),
        Themes = new Dictionary<string, ThemeFact>
        {
            ["operational.old-workflow"] = new("Old workflow alive", Found), ["trust.output"] = new("Output not trusted", Found), ["technical.data"] = new("Data missing", Found),
        },
        Flags = [Flag("Vale Fibra", "Dashboard green, but work still runs outside the product (said by 2 people), and nobody has told the vendor.")],
        Others = [Other(), Other()],
        LastFlags =
        [
            Fate(FlagOutcome.Acted), Fate(FlagOutcome.Acted), Fate(FlagOutcome.AlreadyKnown), Fate(FlagOutcome.NotUseful), Fate(null), new(Guid.NewGuid(), Guid.NewGuid(), null, false, 2),
        ],
    };

    [Fact]
    public void The_worked_example_reads_so()
    {
        var digest = Write(Example);
        Assert.Equal(
            [
                "Coverage: Voice from 31 of 84 accounts (57 people).",
                "Coverage: 12 invited people (7 accounts) have gone quiet.",
                "Changed: 4 people heard for the first time; voice from 31 accounts now.",
                "Changed: New: 3 flags in 3 accounts (6 people).",
                "Flags: Vale Fibra: Dashboard green, but work still runs outside the product (said by 2 people), and nobody has told the vendor.",
                "Flags: Not listed here: 2 flags more in 2 accounts (4 people).",
                "Themes: Old workflow alive: grown: 14 people in 9 accounts, before 11 people in 6 accounts.",
                "Themes: Output not trusted: new: 3 people in 2 accounts.",
                "Themes: Data missing: gone: in nobody's newest interview, before 4 people in 4 accounts.",
                "Done: Of 6 flags in 6 accounts (12 people): 2 acted on, 1 already known, 1 not useful, 1 still open, 1 no longer held by the evidence.",
            ],
            digest.Claims.Select(claim => $"{claim.Section}: {(claim.Label is { } label ? label + ": " : "")}{claim.Text}"));
        Assert.Equal("silent sufferer · 2 people, 1 account · day 74 · owner A. Lind", digest.In(DigestSection.Flags).First().Detail);
    }

    [Fact]
    public void Every_claim_says_people_and_accounts_and_opens_what_it_counts()
    {
        foreach (var claim in Write(Example).Claims.Concat(Write(Nothing).Claims).Where(claim => claim.Section != DigestSection.Themes || claim.Label is not null))
        {
            var said = claim.Text + claim.Detail;
            Assert.Matches(@"\b(person|people)\b", said);
            Assert.Matches(@"\baccounts?\b", said);
            Assert.StartsWith("/", claim.Place, StringComparison.Ordinal);
            Assert.DoesNotContain('{', said);
        }
    }

    [Fact]
    public void What_rests_on_words_names_its_findings_and_leads_to_their_turn()
    {
        foreach (var claim in Write(Example).Claims.Where(claim => claim.Label is not null))
        {
            Assert.Equal(Found.Select(found => found.FindingId), claim.Rests);
            Assert.Equal(Found[0].Turn, claim.Turn);
        }
    }

    [Fact]
    public void A_count_of_few_goes_with_its_interviews_and_a_total_stays()
    {
        var themes = Write(Example).In(DigestSection.Themes).ToDictionary(claim => claim.Label!, claim => claim.Sources.Count);
        Assert.Equal(0, themes["Old workflow alive"]);
        Assert.Equal(2, themes["Output not trusted"]);
    }

    [Fact]
    public void With_nobody_heard_it_says_so_and_claims_no_agreement()
    {
        var digest = Write(Nothing);
        Assert.Equal("Nobody of the 3 accounts has been heard yet (0 people).", digest.Claims[0].Text);
        Assert.Equal("No account is flagged this week (0 people, 0 accounts).", Assert.Single(digest.In(DigestSection.Flags)).Text);
        Assert.Equal("No theme is new or gone, none has grown or shrunk.", Assert.Single(digest.In(DigestSection.Themes)).Text);
    }

    [Fact]
    public void Of_many_kinds_of_evidence_the_two_strongest_are_said()
    {
        Evidence Kind(EvidenceKind kind, int people) => new(kind, [], people, true, new(2026, 11, 3));
        var flag = Flag("Vale Fibra", "long") with { Evidence = [Kind(EvidenceKind.Leaving, 1), Kind(EvidenceKind.OldWorkflowAlive, 2), Kind(EvidenceKind.Drift, 3)] };
        Assert.Equal(
            "Dashboard green, but leaving it is spoken of (1 person) and work still runs outside the product (2 people); nobody has told the vendor.",
            Write(Example with { Flags = [flag] }).In(DigestSection.Flags).First().Text);
        Assert.Equal("long", Write(Example with { Flags = [flag with { Kind = FlagKind.AtRisk }] }).In(DigestSection.Flags).First().Text);
    }

    [Fact]
    public void A_long_week_stays_on_one_screen()
    {
        var flags = Enumerable.Range(0, WriteDigest.MostFlags).Select(n => Flag($"Account {n}", "Dashboard green, but.")).ToList();
        OtherFlag[] others = [.. Enumerable.Range(0, 57).Select(_ => Other())];
        var codes = Enumerable.Range(0, 40).Select(n => ($"c.{n}", 9, 5)).ToArray();
        var digest = Write(Example with
        {
            Flags = flags, Others = others, Now = Numbers(84, 31, 57, 12, 7, codes), Themes = codes.ToDictionary(code => code.Item1, code => new ThemeFact(code.Item1, Found)),
        });
        Assert.Equal(WriteDigest.MostFlags + 1, digest.In(DigestSection.Flags).Count());
        Assert.Contains("57 flags", digest.In(DigestSection.Flags).Last().Text, StringComparison.Ordinal);
        Assert.Equal(WriteDigest.MostThemes, digest.In(DigestSection.Themes).Count());
    }

    [Fact]
    public void A_name_that_looks_like_a_slot_is_only_a_name()
    {
        var digest = Write(Example with { Owner = "{week}", Flags = [Flag("{people}", "{accounts} {n}")] });
        Assert.Equal("Accounts of {week}", Texts.For(digest));
        Assert.Equal("{accounts} {n}", digest.In(DigestSection.Flags).First().Text);
    }

    private static DigestFacts Nothing => new() { Week = new(2026, 11, 23), Since = new(2026, 11, 16), Now = Numbers(3, 0, 0, 0, 0), Before = Numbers(3, 0, 0, 0, 0) };

    private static Digest Write(DigestFacts facts) => new WriteDigest(Texts).From(facts, Now);

    private static DigestNumbers Numbers(int accounts, int heard, int people, int quiet, int quietAccounts, params (string Code, int People, int Accounts)[] themes) => new(
        accounts, heard, people, quiet, quietAccounts, themes.ToDictionary(theme => theme.Code, theme => new ThemeNumber(theme.People, theme.Accounts)), []);

    private static DigestFlag Flag(string account, string why) =>
        new(Guid.NewGuid(), Guid.NewGuid(), account, FlagKind.SilentSufferer, why, "A. Lind", 74, true, 2, [], Found);

    private static OtherFlag Other() => new(Guid.NewGuid(), Guid.NewGuid(), IsNew: true, People: 2);

    private static FlagFate Fate(FlagOutcome? outcome) => new(Guid.NewGuid(), Guid.NewGuid(), outcome, outcome is null, 2);
}
