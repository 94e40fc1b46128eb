using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class InsightsConfiguration : IEntityTypeConfiguration<VoiceReading>
{
    public void Configure(EntityTypeBuilder<VoiceReading> builder)
    {
        builder.HasKey(reading => reading.AccountId);
        builder.HasOne<Account>().WithOne().HasForeignKey<VoiceReading>(reading => reading.AccountId);
    }
}
