using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Insights.SubThemes;
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
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InterviewAgent.Storage;

/// <summary>The store. Each provider has a subclass of its own for its migrations; slices see this class only.</summary>
public abstract class InterviewAgentDb : DbContext
{
    // A single statement as well: a provider can then see every write by its transaction.
    protected InterviewAgentDb(DbContextOptions options) : base(options) => Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

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

    /// <summary>After an erasure is committed: drives its old bytes out of what the provider keeps beside the tables (logs, journals).</summary>
    /// <returns>False: somebody reads what would have to go, and it is still there.</returns>
    public abstract Task<bool> ForgetErased(CancellationToken cancellationToken = default);

    /// <summary>Quotes that hold every one of these words, by its beginning; best match first.</summary>
    /// <param name="words">As <see cref="QueryWords"/> makes them: letters and digits only.</param>
    public abstract IQueryable<SearchableQuote> Matching(IReadOnlyList<string> words);

    /// <summary>What has to be done before the store is looked at to be migrated.</summary>
    internal abstract Task Prepare(CancellationToken cancellationToken);

    /// <summary>Nobody else migrates until this is disposed of, or its holder dies.</summary>
    internal abstract Task<IAsyncDisposable> MigrateAlone(CancellationToken cancellationToken);

    /// <summary>
    /// From now on a commit of this context is in the files when it returns and on the disk a little later: it outlives the process, and
    /// not a power cut. A provider that does not know this goes on waiting for the disk.
    /// </summary>
    internal virtual Task CommitWithoutWaiting(CancellationToken cancellationToken) => Task.CompletedTask;

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
