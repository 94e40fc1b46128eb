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
        builder.HasOne<Account>().WithOne().HasForeignKey<AccountSummary>(summary => summary.AccountId);
    }

    public void Configure(EntityTypeBuilder<PersonVoice> builder)
    {
        builder.HasKey(voice => voice.RespondentId);
        builder.HasIndex(voice => voice.AccountId);
        builder.HasIndex(voice => voice.UnansweredSince).HasFilter("\"UnansweredSince\" IS NOT NULL");
        builder.HasOne<Respondent>().WithOne().HasForeignKey<PersonVoice>(voice => voice.RespondentId);
        builder.HasOne<Account>().WithMany().HasForeignKey(voice => voice.AccountId);
    }
}
