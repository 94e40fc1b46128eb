using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class FlagExampleConfiguration : IEntityTypeConfiguration<FlagExample>
{
    public void Configure(EntityTypeBuilder<FlagExample> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(example => example.AccountId);
        builder.HasIndex(example => new { example.AccountId, example.AsOf }).IsUnique();
    }
}
