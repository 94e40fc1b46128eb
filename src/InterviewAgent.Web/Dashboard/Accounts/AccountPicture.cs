using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Web.Dashboard.Flags;
using InterviewAgent.Web.Dashboard.Portfolio;
using InterviewAgent.Web.Dashboard.Quotes;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>Everything the page of one account shows, already cut to what its people allow.</summary>
public sealed record AccountPicture(
    Account Account, PortfolioRow Row, IReadOnlyList<OpenFlag> Flags, IReadOnlyList<Flag> Closed, IReadOnlyList<Person> People,
    IReadOnlyList<Funnel> CheckIns, IReadOnlyList<CodeVoices> Codes, IReadOnlyList<PersonReadings> Readings,
    IReadOnlyList<TimelineEvent> Events, string Changed, AccountLedgers Ledgers,
    IReadOnlyDictionary<(Guid, int), QuotedTurn> PromiseWords, ILookup<Guid, QuotedTurn> Words, Func<string, string> CodeName,
    FlagExample? Example)
{
    /// <summary>The first words of a finding; null: none that may be shown.</summary>
    public QuotedTurn? Quote(string? finding) => Guid.TryParse(finding, out var id) ? Words[id].FirstOrDefault() : null;

    public string? PromiseText(string? promise) => Account.Promises.Find(one => one.Id.ToString() == promise)?.Text;

    /// <summary>Which way its people move; null: nobody was heard twice.</summary>
    public Trend? Trend { get; init; }
}

/// <summary>People of one role.</summary>
/// <param name="Heard">Of them with an interview that may be read; <paramref name="Named"/>: those who allowed their name.</param>
public sealed record Person(Role Role, int Count, int Heard, IReadOnlyList<string> Named);

/// <summary>What became of the invitations of one checkpoint.</summary>
/// <param name="Heard">Interviews that may be read, broken off ones too.</param>
/// <param name="SilentOpened">Of the silent, those who opened their link.</param>
/// <param name="Other">Declined, answered for totals only, or on its way.</param>
public sealed record Funnel(Checkpoint Checkpoint, DateOnly Due, int Planned, int Invited, int Heard, int Silent, int SilentOpened, int Other);

/// <summary>A code in this account: who said it, when last, and their words.</summary>
public sealed record CodeVoices(
    FindingKind Kind, string Code, string Name, CommitmentStatus? Status, int? Severity, int People, IReadOnlyList<Role> Roles,
    DateOnly FirstOn, DateOnly LastOn, IReadOnlyList<QuotedTurn> Quotes);

/// <summary>One person's readings at one check-in; a dimension without evidence is not in the map.</summary>
public sealed record PersonReadings(Guid InterviewId, DateOnly HeldOn, Checkpoint Checkpoint, Role Role, IReadOnlyDictionary<ReadingDimension, double> Values);

/// <summary>Something on the account's timeline.</summary>
/// <param name="Kind">held, silent, right, health or flag.</param>
/// <param name="Mark">Its shape: the kind, and of health green, yellow or red.</param>
public sealed record TimelineEvent(int Day, string Kind, string Mark, string Says, string? Href);
