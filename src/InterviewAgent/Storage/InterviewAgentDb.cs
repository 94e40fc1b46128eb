using System.Data;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Insights.Summaries;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Consents;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Privacy.Search;
using InterviewAgent.Privacy.Staff;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Privacy.Totals;
using InterviewAgent.Storage.Servers;
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InterviewAgent.Storage;

/// <summary>The store. Each provider has a subclass of its own for its migrations; slices see this class only.</summary>
public abstract class InterviewAgentDb : DbContext
{
    protected InterviewAgentDb(DbContextOptions options) : base(options)
    {
        // A single statement as well: a provider can then see every write by its transaction.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        // What fails in a transaction is done again as a whole; a savepoint around each save would cost two round trips, and its failure is swallowed.
        Database.AutoSavepointsEnabled = false;
    }

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Respondent> Respondents => Set<Respondent>();
    public DbSet<Promise> Promises => Set<Promise>();
    public DbSet<UsageWeek> Usage => Set<UsageWeek>();
    public DbSet<HealthReading> Health => Set<HealthReading>();
    public DbSet<OutdatedAccount> OutdatedAccounts => Set<OutdatedAccount>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<Interview> Interviews => Set<Interview>();
    public DbSet<Turn> Turns => Set<Turn>();
    public DbSet<VisibilityChoice> VisibilityChoices => Set<VisibilityChoice>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Link> Links => Set<Link>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Escalation> Escalations => Set<Escalation>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<Arrival> Arrivals => Set<Arrival>();
    public DbSet<Finding> Findings => Set<Finding>();
    public DbSet<SearchableQuote> SearchableQuotes => Set<SearchableQuote>();
    public DbSet<Reading> Readings => Set<Reading>();
    public DbSet<TurnSentiment> TurnSentiments => Set<TurnSentiment>();
    public DbSet<Flag> Flags => Set<Flag>();
    public DbSet<FlagExample> FlagExamples => Set<FlagExample>();
    public DbSet<VoiceReading> VoiceReadings => Set<VoiceReading>();
    public DbSet<AccountSummary> AccountSummaries => Set<AccountSummary>();
    public DbSet<PersonVoice> PersonVoices => Set<PersonVoice>();
    public DbSet<ThemeVoice> ThemeVoices => Set<ThemeVoice>();
    public DbSet<ThemeTotal> ThemeTotals => Set<ThemeTotal>();
    public DbSet<ThemeWeek> ThemeWeeks => Set<ThemeWeek>();
    public DbSet<ThemeDecision> ThemeDecisions => Set<ThemeDecision>();
    public DbSet<Digest> Digests => Set<Digest>();
    public DbSet<DigestClaim> DigestClaims => Set<DigestClaim>();
    public DbSet<DigestSource> DigestSources => Set<DigestSource>();
    public DbSet<DigestSending> DigestSendings => Set<DigestSending>();
    public DbSet<DigestRefusal> DigestRefusals => Set<DigestRefusal>();
    public DbSet<ModelCall> ModelCalls => Set<ModelCall>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ConsentVersion> ConsentVersions => Set<ConsentVersion>();
    public DbSet<Tombstone> Tombstones => Set<Tombstone>();
    public DbSet<ErasedSentence> ErasedSentences => Set<ErasedSentence>();
    public DbSet<TotalsAtom> TotalsAtoms => Set<TotalsAtom>();
    public DbSet<TotalsMember> TotalsMembers => Set<TotalsMember>();
    public DbSet<TotalsWeek> TotalsWeeks => Set<TotalsWeek>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<ApiReply> ApiReplies => Set<ApiReply>();
    public DbSet<Webhook> Webhooks => Set<Webhook>();
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();
    public DbSet<StoredKey> StoredKeys => Set<StoredKey>();
    public DbSet<UseCount> UseCounts => Set<UseCount>();
    public DbSet<LiveServer> LiveServers => Set<LiveServer>();

    /// <summary>After an erasure is committed: drives its old bytes out of what the provider keeps beside the tables (logs, journals).</summary>
    /// <returns>False: somebody reads what would have to go, and it is still there.</returns>
    public abstract Task<bool> ForgetErased(CancellationToken cancellationToken = default);

    /// <summary>Quotes that hold every one of these words, by its beginning; best match first.</summary>
    /// <param name="words">As <see cref="QueryWords"/> makes them: letters and digits only.</param>
    /// <param name="newest">Of so many of the newest matches only: what a common word costs then does not grow with the store. Null: of all.</param>
    public abstract IQueryable<SearchableQuote> Matching(IReadOnlyList<string> words, int? newest = null);

    /// <summary>The same in some accounts: what it costs grows with these.</summary>
    public virtual IQueryable<SearchableQuote> Matching(IReadOnlyList<string> words, IQueryable<Account> accounts) =>
        Matching(words).Where(quote => accounts.Any(account => account.Id == quote.AccountId));

    /// <summary>What has to be done before the store is looked at to be migrated.</summary>
    internal abstract Task Prepare(CancellationToken cancellationToken);

    /// <summary>Nobody else migrates until this is disposed of, or its holder dies.</summary>
    internal abstract Task<IAsyncDisposable> MigrateAlone(CancellationToken cancellationToken);

    /// <summary>
    /// From now on a commit of this context is in the files when it returns and on the disk a little later: it outlives the process, and
    /// not a power cut. A provider that does not know this goes on waiting for the disk.
    /// </summary>
    internal virtual Task CommitWithoutWaiting(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// To be noted with a claim whose next step is committed so: a row that is found under another start of the system may say less than was done.
    /// Null: what is committed here is never lost with this machine, or the system does not say which start it is.
    /// </summary>
    internal virtual string? LosesWithPower => null;

    /// <summary>True: servers of several machines may work on this store at once, so that nothing they share may lie beside it in a file.</summary>
    public virtual bool IsShared => false;

    /// <summary>
    /// A transaction for work that only one server does at a time: whoever else begins the same work waits until this one ends, and then sees what it did.
    /// </summary>
    /// <param name="work">What it is: "check-ins", or "respondent" and an id.</param>
    public Task<IDbContextTransaction> BeginAlone(string work, CancellationToken cancellationToken = default) => BeginAlone([work], cancellationToken);

    /// <param name="works">Several at once, in an order that everybody keeps.</param>
    public async Task<IDbContextTransaction> BeginAlone(IReadOnlyList<string> works, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(works);
        // Committed: each statement sees what was committed before it, not before the wait.
        var transaction = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        foreach (var work in works)
        {
            await WaitFor(work, cancellationToken);
        }
        return transaction;
    }

    /// <summary>The same without waiting. Null: another server is at it now, and will be done with it.</summary>
    public async Task<IDbContextTransaction?> TryBeginAlone(string work, CancellationToken cancellationToken = default)
    {
        var transaction = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        if (await IsFree(work, cancellationToken))
        {
            return transaction;
        }

        await transaction.DisposeAsync();
        return null;
    }

    /// <summary>A transaction that claims rows: <see cref="Unheld"/> in it gives those that no other such transaction holds.</summary>
    public Task<IDbContextTransaction> BeginClaim(CancellationToken cancellationToken = default) =>
        Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    /// <summary>Within <see cref="BeginClaim"/>: these rows as they stand now, but for those another one holds; held until the transaction ends, however it ends.</summary>
    /// <param name="rows">A query over one table, without joins, that gives whole rows.</param>
    internal virtual IQueryable<TRow> Unheld<TRow>(IQueryable<TRow> rows) where TRow : class => rows;

    // Where a transaction begins as the only writer, there is nothing to wait for.
    private protected virtual Task WaitFor(string work, CancellationToken cancellationToken) => Task.CompletedTask;

    private protected virtual Task<bool> IsFree(string work, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>How this provider is copied, backed up and verified.</summary>
    internal abstract Moving.StoreWays Ways { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(InterviewAgentDb).Assembly);

        // Ids are made here, never by the store. Told otherwise, EF takes a new row that is reached through a list
        // (interview.Turns.Add) for a stored one, because its id is set, and updates nothing.
        foreach (var property in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType != typeof(SearchableQuote)).SelectMany(type => type.GetKeys()).SelectMany(key => key.Properties))
        {
            property.ValueGenerated = ValueGenerated.Never;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // UTC ticks: SQLite cannot order DateTimeOffset.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
