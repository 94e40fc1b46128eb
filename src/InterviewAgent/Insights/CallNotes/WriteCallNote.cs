using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Interviewing;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>Writes a call note by templates; at most one printed page. Pure: facts in, sentences out.</summary>
public sealed class WriteCallNote(CallNoteTexts texts, DigestTexts digest, Codebook codebook, IOptions<InterviewingOptions> options)
{
    private const int MostNamed = 5, MostTopics = 4, MostEarlier = 3, MostListed = 4;

    public CallNote From(CallNoteFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (account, flag) = (facts.Account, facts.Flag);
        var topics = Topics(facts);
        var usage = UsageOfLate.Of(account.Usage);
        return new CallNote(
            flag.Id, account.Id, texts.Title(account.Name), flag.Kind, flag.Owner ?? account.Owner, flag.ClosedAt is null ? flag.Due : null, facts.Today,
            Call(facts), WhyNow(facts), Promise(facts), [.. Changed(facts, usage)], [.. LastTime(facts)],
            [.. Named(facts, topics, usage)], [.. Questions(facts, topics)], [.. NotMentioned(facts, topics)],
            [.. topics.Select(topic => new NextStep(topic.Name, topic.Step)).DistinctBy(step => step.Step).Take(MostTopics)]);
    }

    /// <summary>The flag's matters in the order of its evidence: a code where words were coded, else the kind.</summary>
    private List<Topic> Topics(CallNoteFacts facts)
    {
        var (product, task) = (facts.Account.Product ?? options.Value.Product, facts.Promise?.Promise.Workflow);
        var kinds = facts.Evidence.Where(kind => kind.Findings.Count == 0).Select(kind => new Topic(
            null, kind.Kind, texts.Kind(kind.Kind), texts.Ask(kind.Kind, product, task), texts.Step(kind.Kind), kind.People, []));
        var codes = facts.Said.GroupBy(said => said.Code).Where(code => texts.Step(code.Key) is not null).Select(code => new Topic(
            code.Key, null, LowerName(code.Key), texts.Ask(code.Key, product, task)!, texts.Step(code.Key)!, code.Select(said => said.Person).Distinct().Count(), [.. code]))
            .OrderByDescending(topic => topic.People).ThenByDescending(topic => topic.Said.Max(said => said.On)).ThenBy(topic => topic.Code, StringComparer.Ordinal);
        return [.. codes, .. kinds];
    }

    private string Call(CallNoteFacts facts)
    {
        // A sponsor who has left, or lost interest, is not the one to begin with.
        var order = facts.Said.Any(said => said.Code == "drift.sponsor") ? [Role.Buyer, Role.Champion, Role.Sponsor, Role.Admin] : new[] { Role.Buyer, Role.Sponsor, Role.Champion, Role.Admin };
        var owner = facts.Flag.Owner ?? facts.Account.Owner;
        var known = order.Where(role => facts.Account.Respondents.Exists(person => person.Role == role)).Select(role => (Role?)role).FirstOrDefault();
        return known is { } role
            ? texts.Say("call", role.Name()) + (owner is null ? texts.Say("call", "no-owner") : texts.Say("call", "owner", ("owner", owner)))
            : texts.Say("call", "nobody", ("owner", owner ?? "whoever sold it"));
    }

    private string WhyNow(CallNoteFacts facts)
    {
        var flag = facts.Flag;
        var reason = digest.Reason(flag.Kind, flag.Why, facts.Evidence);
        var closed = flag.ClosedAt is { } at ? texts.Closed(texts.Say("outcomes", flag.Outcome is { } outcome ? OutcomeKey(outcome) : "taken-back"), DigestTexts.Day(Day(at))) : "";
        return closed + texts.Why(facts.Today.DayNumber - facts.Account.ContractSignedOn.DayNumber, Renewal(facts), reason.Length == 0 ? reason : char.ToLowerInvariant(reason[0]) + reason[1..]);
    }

    private string Renewal(CallNoteFacts facts) => facts.Account.RenewalOn is not { } on ? ""
        : texts.Renewal(on >= facts.Today, DigestTexts.Day(on), on.DayNumber - facts.Today.DayNumber);

    private string Promise(CallNoteFacts facts) => facts.Promise is not { } concerned ? texts.Say("promise", "none")
        : texts.Say("promise", "said", ("text", concerned.Promise.Text), ("on", On(concerned.Promise)), ("source", Source(concerned.Promise)))
            + texts.Say("promise", "state", ("state", texts.Say("states", StateKey(concerned.State))));

    private IEnumerable<string> Changed(CallNoteFacts facts, UsageOfLate? usage)
    {
        if (facts.Newly is { } newly)
        {
            (string, string)[] at = [("checkpoint", newly.At == Checkpoint.Month5 ? "month 5" : FormattableString.Invariant($"day {newly.At.Days()}")), ("on", DigestTexts.Day(newly.On))];
            yield return newly.New is not { } fresh || newly.Gone is not { } gone ? texts.Say("changed", "first")
                : (fresh.Count == 0 ? texts.Say("changed", "same", at) : texts.Say("changed", "new", [.. at, ("list", List(fresh.Select(LowerName)))]))
                    + (gone.Count == 0 ? "" : " " + texts.Say("changed", "gone", ("list", List(gone.Select(LowerName)))));
        }
        if (usage is not null)
        {
            yield return Usage("changed", usage);
        }
        var health = facts.Account.Health.OrderByDescending(reading => reading.On).ToList();
        if (health.Count > 0)
        {
            var since = health.TakeWhile(reading => reading.Status == health[0].Status).Last().On;
            yield return texts.Say("changed", "health", ("status", health[0].Status.ToString().ToLowerInvariant()), ("on", DigestTexts.Day(since)));
        }
    }

    private IEnumerable<string> LastTime(CallNoteFacts facts)
    {
        foreach (var flag in facts.Earlier.Take(MostEarlier))
        {
            var then = EvidenceJson.Read(flag.Evidence).Select(kind => kind.Kind).ToHashSet();
            var (again, fresh) = (facts.Evidence.Where(kind => then.Contains(kind.Kind)).ToList(), facts.Evidence.Where(kind => !then.Contains(kind.Kind)).ToList());
            yield return texts.Say("last", flag.Outcome is { } outcome ? OutcomeKey(outcome) : "taken-back",
                    ("kind", FlagName(flag.Kind)), ("opened", DigestTexts.Day(Day(flag.OpenedAt))), ("closed", DigestTexts.Day(Day(flag.ClosedAt!.Value))))
                + (again.Count == 0 ? "" : texts.Say("last", "again", ("list", List(again.Select(kind => texts.Kind(kind.Kind))))))
                + (fresh.Count == 0 ? "" : texts.Say("last", "new", ("list", List(fresh.Select(kind => texts.Kind(kind.Kind))))));
        }
        if (facts.Earlier.Count == 0)
        {
            yield return texts.Say("last", "none");
        }
    }

    private IEnumerable<NamedItem> Named(CallNoteFacts facts, List<Topic> topics, UsageOfLate? usage)
    {
        var account = facts.Account;
        yield return new NamedItem(texts.Say("named", "signed", ("signed", DigestTexts.Day(account.ContractSignedOn)), ("day", DigestTexts.Plain(facts.Today.DayNumber - account.ContractSignedOn.DayNumber)),
            ("renewal", account.RenewalOn is { } on ? texts.Say("named", "renewal", ("on", DigestTexts.Day(on))) : "")));
        if (facts.Promise is { } concerned)
        {
            yield return new NamedItem(texts.Say("named", "promise", ("on", On(concerned.Promise)), ("source", Source(concerned.Promise)), ("text", concerned.Promise.Text)));
        }
        if (usage is { MayBeNamed: true })
        {
            yield return new NamedItem(Usage("named", usage));
        }
        List<NamedItem> said =
        [
            .. facts.Said.Where(one => one.Name is not null).OrderByDescending(one => one.On).DistinctBy(one => one.Words).Take(MostNamed).Select(one => new NamedItem(
                texts.Say("named", one.Role.Side() == Side.Buyer ? "buyer-side" : "user-side", ("name", one.Name!), ("role", one.Role.Name()), ("on", DigestTexts.Day(one.On))), one.Words, one.Turn)),
            .. topics.Where(topic => MayName(topic, facts)).Select(topic => new NamedItem(texts.Say("named", "people", ("topic", topic.Name)))),
        ];
        foreach (var item in said.Count > 0 ? said : [new NamedItem(texts.Say("named", "none"))])
        {
            yield return item;
        }
    }

    /// <summary>Those that lead into the talk, then the flag's matters in the book's order, not in that of their weight: the order tells nothing.</summary>
    private IEnumerable<string> Questions(CallNoteFacts facts, List<Topic> topics)
    {
        var product = facts.Account.Product ?? options.Value.Product;
        var order = codebook.Entries.Select((entry, at) => (entry.Code, at)).ToDictionary(one => one.Code, one => one.at);
        return topics.Take(MostTopics).OrderBy(topic => topic.Code is { } code ? order.GetValueOrDefault(code) : order.Count + (int)topic.Kind!.Value).Select(topic => topic.Ask)
            .Prepend(texts.First(product)).Append(texts.Last(product)).Distinct();
    }

    private IEnumerable<string> NotMentioned(CallNoteFacts facts, List<Topic> topics)
    {
        yield return texts.Say("never", "flag");
        List<Topic> hidden = [.. topics.Where(topic => !MayName(topic, facts))];
        var heard = hidden.Where(topic => topic.Kind is not (EvidenceKind.Silence or EvidenceKind.FallingKeyActions)).Take(MostTopics)
            .Select(topic => texts.Say("never", "topic", ("topic", topic.Name), ("people", digest.Number("people", topic.People)))).ToList();
        if (heard.Count > 0)
        {
            yield return texts.Say("never", "topics", ("list", string.Join(", ", heard)));
        }
        if (hidden.Find(topic => topic.Kind == EvidenceKind.Silence) is { } silence)
        {
            yield return texts.Say("never", "silence", ("people", digest.Number("people", silence.People)));
        }
        foreach (var always in new[] { "who", "words", "totals", "scores" })
        {
            yield return texts.Say("never", always);
        }
    }

    private bool MayName(Topic topic, CallNoteFacts facts) => topic.Code is { } code && texts.MayBeNamed(code) && MayBeNamed.WithoutAPerson(topic.Said, facts.Account.Respondents);

    private string Usage(string part, UsageOfLate usage) => texts.Say(part, "usage",
        ("now", DigestTexts.Plain(usage.Now)), ("before", DigestTexts.Plain(usage.Before)), ("logins", DigestTexts.Plain(usage.Logins)), ("loginsBefore", DigestTexts.Plain(usage.LoginsBefore)));

    private string LowerName(string code) => codebook.NameOf(code) is var name ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private string On(Promise promise) => promise.On is { } on ? DigestTexts.Day(on) : texts.Say("promise", "undated");

    private string Source(Promise promise) => string.IsNullOrWhiteSpace(promise.Source) ? "" : texts.Say("promise", "source", ("source", promise.Source));

    private string FlagName(FlagKind kind) => texts.Say("flags", kind == FlagKind.SilentSufferer ? "silent-sufferer" : "at-risk");

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Take(MostListed));

    private static string OutcomeKey(FlagOutcome outcome) => outcome switch { FlagOutcome.Acted => "acted", FlagOutcome.AlreadyKnown => "already-known", _ => "not-useful" };

    private static string StateKey(Analysis.Promises.PromiseState state) => state == Analysis.Promises.PromiseState.NotMentioned ? "not-mentioned" : state.ToString().ToLowerInvariant();

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    /// <param name="Code">Null: a kind of evidence without coded words.</param>
    private sealed record Topic(string? Code, EvidenceKind? Kind, string Name, string Ask, string Step, int People, IReadOnlyList<HeardSaid> Said);
}
