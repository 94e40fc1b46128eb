namespace InterviewAgent.Insights.Digests;

/// <summary>
/// Writes a digest by templates. Pure: facts in, sentences out. Each says how many people in how many accounts and carries the ids that it rests on.
/// At most one screen: <see cref="MostFlags"/> flags and <see cref="MostThemes"/> themes are named, of more it is said how many.
/// </summary>
public sealed class WriteDigest(DigestTexts texts)
{
    public const int MostFlags = 5;
    public const int MostThemes = 6;

    /// <summary>A count of so many people in so many accounts singles nobody out: it stays as it was shown when one of them is erased.</summary>
    private const int TotalPeople = Privacy.SuppressionGuard.FewestPeople, TotalAccounts = Privacy.SuppressionGuard.FewestAccounts;

    public Digest From(DigestFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var digest = new Digest
        {
            Week = facts.Week, Since = facts.Since, For = DigestAudience.Key(facts.Owner), CreatedAt = now, Numbers = facts.Now.Write(),
        };
        Coverage(digest, facts.Now);
        Changed(digest, facts);
        Flags(digest, facts);
        Themes(digest, facts);
        Done(digest, facts);
        return digest;
    }

    private void Coverage(Digest digest, DigestNumbers now)
    {
        Add(digest, DigestSection.Coverage, now.People, now.Heard, now.Heard > 0
            ? texts.Say("coverage", now.People, now.Accounts, ("heard", DigestTexts.Plain(now.Heard))) : texts.Say("coverage-nobody", 0, now.Accounts), "/accounts?voice=heard");
        if (now.Quiet > 0)
        {
            Add(digest, DigestSection.Coverage, now.Quiet, now.QuietAccounts,
                now.Quiet == 1 ? texts.Say("quiet-one") : texts.Say("quiet", null, now.QuietAccounts, ("n", DigestTexts.Plain(now.Quiet))), "/accounts?quiet=yes");
        }
    }

    private void Changed(Digest digest, DigestFacts facts)
    {
        var (now, before) = (facts.Now, facts.Before);
        var people = now.People - before.People;
        Add(digest, DigestSection.Changed, Math.Abs(people), now.Heard, people switch
        {
            > 0 => texts.Say("heard-more", people, now.Heard),
            < 0 => texts.Say("heard-fewer", -people, now.Heard),
            _ => texts.Say("heard-same", now.People, now.Heard),
        }, "/accounts?voice=heard");
        List<OtherFlag> opened = [.. facts.Flags.Select(flag => new OtherFlag(flag.Id, flag.AccountId, flag.IsNew, flag.People)).Concat(facts.Others).Where(flag => flag.IsNew)];
        if (opened.Count > 0)
        {
            Add(digest, DigestSection.Changed, opened.Sum(flag => flag.People), Accounts(opened),
                texts.Say("flags-new", opened.Sum(flag => flag.People), Accounts(opened), ("flags", texts.Number("flags", opened.Count))), "/accounts?flag=any",
                rests: opened.Select(flag => flag.Id));
        }
    }

    private void Flags(Digest digest, DigestFacts facts)
    {
        foreach (var flag in facts.Flags)
        {
            Rest(new DigestClaim
            {
                DigestId = digest.Id, N = digest.Claims.Count + 1, Section = DigestSection.Flags, Label = flag.Account, Text = texts.Reason(flag), Detail = texts.Detail(flag),
                Place = FormattableString.Invariant($"/accounts/{flag.AccountId}"), Turn = Newest(flag.Found), People = flag.People, Accounts = 1,
                AccountId = flag.AccountId, FlagId = flag.Id, Rests = [.. flag.Found.Select(found => found.FindingId)],
            }, digest, flag.Found);
        }
        if (facts.Flags.Count == 0)
        {
            Add(digest, DigestSection.Flags, 0, 0, texts.Say("flags-none"), "/");
        }
        var wait = facts.Others;
        if (wait.Count > 0)
        {
            var people = wait.Sum(flag => flag.People);
            Add(digest, DigestSection.Flags, people, Accounts(wait), texts.Say("flags-wait", people, Accounts(wait), ("flags", texts.Number("flags", wait.Count))),
                "/accounts?flag=any", rests: wait.Select(flag => flag.Id));
        }
    }

    private void Themes(Digest digest, DigestFacts facts)
    {
        var changed = facts.Changed().Take(MostThemes).ToList();
        foreach (var (code, change, now, before) in changed)
        {
            var fact = facts.Themes[code];
            var shown = change == ThemeShift.Gone ? before : now;
            Rest(new DigestClaim
            {
                DigestId = digest.Id, N = digest.Claims.Count + 1, Section = DigestSection.Themes, Label = fact.Name, Place = $"/themes/{code}",
                Text = texts.Say($"theme-{change.ToString().ToLowerInvariant()}", shown.People, shown.Accounts,
                    ("n", texts.Number("people", before.People)), ("before", texts.Number("accounts", before.Accounts))),
                Turn = Newest(fact.Found), People = shown.People, Accounts = shown.Accounts, Rests = [.. fact.Found.Select(found => found.FindingId)],
            }, digest, shown.People >= TotalPeople && shown.Accounts >= TotalAccounts ? [] : fact.Found);
        }
        if (changed.Count == 0)
        {
            Add(digest, DigestSection.Themes, 0, 0, texts.Say("themes-none"), "/themes");
        }
    }

    private void Done(Digest digest, DigestFacts facts)
    {
        var last = facts.LastFlags;
        var (people, accounts) = (last.Sum(flag => flag.People), last.Select(flag => flag.AccountId).Distinct().Count());
        (string Id, int N)[] outcomes =
        [
            ("acted", last.Count(flag => flag.Outcome == FlagOutcome.Acted)), ("already-known", last.Count(flag => flag.Outcome == FlagOutcome.AlreadyKnown)),
            ("not-useful", last.Count(flag => flag.Outcome == FlagOutcome.NotUseful)), ("open", last.Count(flag => flag is { Outcome: null, IsOpen: true })),
            ("taken-back", last.Count(flag => flag is { Outcome: null, IsOpen: false })),
        ];
        Add(digest, DigestSection.Done, people, accounts, last.Count == 0 ? texts.Say("done-none") : texts.Say("done", people, accounts,
            ("flags", texts.Number("flags", last.Count)), ("list", string.Join(", ", outcomes.Where(one => one.N > 0).Select(one => texts.Outcome(one.Id, one.N))))),
            "/accounts?flag=any", rests: last.Select(flag => flag.Id));
    }

    private static void Add(Digest digest, DigestSection section, int people, int accounts, string text, string place, IEnumerable<Guid>? rests = null) =>
        digest.Claims.Add(new DigestClaim
        {
            DigestId = digest.Id, N = digest.Claims.Count + 1, Section = section, Text = text, Place = place, People = people, Accounts = accounts, Rests = [.. rests ?? []],
        });

    private static void Rest(DigestClaim claim, Digest digest, IEnumerable<FoundAt> found)
    {
        claim.Sources.AddRange(found.Select(one => one.InterviewId).Distinct().Select(interview => new DigestSource { ClaimId = claim.Id, InterviewId = interview }));
        digest.Claims.Add(claim);
    }

    private static string? Newest(IReadOnlyList<FoundAt> found) => found.Count > 0 ? found[0].Turn : null;

    private static int Accounts(IEnumerable<OtherFlag> flags) => flags.Select(flag => flag.AccountId).Distinct().Count();
}
