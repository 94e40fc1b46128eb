using InterviewAgent.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class AccountsConfiguration :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Respondent>, IEntityTypeConfiguration<Promise>,
    IEntityTypeConfiguration<UsageWeek>, IEntityTypeConfiguration<HealthReading>, IEntityTypeConfiguration<CheckIn>,
    IEntityTypeConfiguration<OutdatedAccount>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasIndex(account => account.ExternalId).IsUnique();
        builder.HasIndex(account => account.Owner);
        builder.HasIndex(account => account.Segment);
        builder.HasMany(account => account.Respondents).WithOne().HasForeignKey(respondent => respondent.AccountId);
        builder.HasMany(account => account.Promises).WithOne().HasForeignKey(promise => promise.AccountId);
        builder.HasMany(account => account.Health).WithOne().HasForeignKey(health => health.AccountId);
        builder.HasMany(account => account.Usage).WithOne().HasForeignKey(week => week.AccountId);
    }

    public void Configure(EntityTypeBuilder<Respondent> builder)
    {
        builder.HasIndex(respondent => new { respondent.AccountId, respondent.ExternalId }).IsUnique();
        builder.Ignore(respondent => respondent.HasOpenAddress);
        builder.HasIndex(respondent => respondent.AadObjectId);
    }

    public void Configure(EntityTypeBuilder<Promise> builder) =>
        builder.HasIndex(promise => new { promise.AccountId, promise.ExternalId }).IsUnique();

    public void Configure(EntityTypeBuilder<UsageWeek> builder) =>
        builder.HasKey(week => new { week.AccountId, week.Week });

    public void Configure(EntityTypeBuilder<HealthReading> builder) =>
        builder.HasKey(health => new { health.AccountId, health.On });

    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.HasIndex(checkIn => new { checkIn.RespondentId, checkIn.Checkpoint }).IsUnique();
        builder.HasIndex(checkIn => checkIn.AccountId);
        builder.HasIndex(checkIn => checkIn.Due);
        builder.HasIndex(checkIn => checkIn.AskAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(checkIn => checkIn.AccountId);
        builder.HasOne<Respondent>().WithMany().HasForeignKey(checkIn => checkIn.RespondentId);
    }

    public void Configure(EntityTypeBuilder<OutdatedAccount> builder) =>
        builder.HasOne<Account>().WithMany().HasForeignKey(mark => mark.AccountId);
}
