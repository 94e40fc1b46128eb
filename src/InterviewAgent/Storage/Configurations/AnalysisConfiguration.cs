using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class AnalysisConfiguration :
    IEntityTypeConfiguration<Finding>, IEntityTypeConfiguration<Quote>, IEntityTypeConfiguration<Reading>,
    IEntityTypeConfiguration<TurnSentiment>, IEntityTypeConfiguration<Flag>, IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.HasIndex(finding => finding.AccountId);
        builder.HasIndex(finding => finding.RespondentId);
        builder.HasIndex(finding => new { finding.Code, finding.AccountId });
        builder.HasOne<Interview>().WithMany().HasForeignKey(finding => finding.InterviewId);
        builder.HasMany(finding => finding.Quotes).WithOne().HasForeignKey(quote => quote.FindingId);
    }

    public void Configure(EntityTypeBuilder<Quote> builder)
    {
        builder.HasKey(quote => new { quote.FindingId, quote.TurnId, quote.Start });
        builder.HasOne<Turn>().WithMany().HasForeignKey(quote => quote.TurnId);
    }

    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.HasIndex(reading => reading.AccountId);
        builder.HasOne<Interview>().WithMany().HasForeignKey(reading => reading.InterviewId);
    }

    public void Configure(EntityTypeBuilder<TurnSentiment> builder)
    {
        builder.HasKey(sentiment => sentiment.TurnId);
        builder.HasOne<Interview>().WithMany().HasForeignKey(sentiment => sentiment.InterviewId);
    }

    public void Configure(EntityTypeBuilder<Flag> builder)
    {
        builder.HasIndex(flag => flag.AccountId);
        builder.HasIndex(flag => flag.AccountId, "IX_Flags_Open").HasFilter("\"Outcome\" IS NULL AND \"ClosedAt\" IS NULL");
        builder.HasIndex(flag => flag.ClosedAt);
        builder.Property(flag => flag.QuotedKinds).HasDefaultValue(0); // A server of the version before writes flags without them.
        builder.Property(flag => flag.People).HasDefaultValue(0);
        builder.Property(flag => flag.Speakers).HasDefaultValue(0);
        builder.HasOne<Account>().WithMany().HasForeignKey(flag => flag.AccountId);
    }

    public void Configure(EntityTypeBuilder<SignInLink> builder) =>
        builder.HasIndex(link => link.TokenHash).IsUnique();
}
