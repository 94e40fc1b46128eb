using InterviewAgent.Accounts;
using InterviewAgent.Insights.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class SummariesConfiguration : IEntityTypeConfiguration<AccountSummary>, IEntityTypeConfiguration<PersonVoice>
{
    public void Configure(EntityTypeBuilder<AccountSummary> builder)
    {
        builder.HasKey(summary => summary.AccountId);
        builder.HasIndex(summary => new { summary.Level, summary.AccountId });
        builder.HasIndex(summary => new { summary.Level, summary.AccountId }, "IX_AccountSummaries_Flagged").HasFilter("\"Flag\" IS NOT NULL");
        builder.HasIndex(summary => new { summary.Health, summary.People, summary.Interviews, summary.Level }, "IX_AccountSummaries_Cell");
        builder.HasOne<Account>().WithOne().HasForeignKey<AccountSummary>(summary => summary.AccountId);
    }

    public void Configure(EntityTypeBuilder<PersonVoice> builder)
    {
        builder.HasKey(voice => voice.RespondentId);
        builder.HasIndex(voice => voice.AccountId);
        builder.HasIndex(voice => new { voice.Role, voice.AccountId, voice.ToRead });
        builder.HasIndex(voice => voice.UnansweredSince).HasFilter("\"UnansweredSince\" IS NOT NULL");
        builder.HasOne<Respondent>().WithOne().HasForeignKey<PersonVoice>(voice => voice.RespondentId);
        builder.HasOne<Account>().WithMany().HasForeignKey(voice => voice.AccountId);
    }
}
