using InterviewAgent.Privacy.Erasures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class PrivacyConfiguration : IEntityTypeConfiguration<ErasedSentence>
{
    public void Configure(EntityTypeBuilder<ErasedSentence> builder) => builder.HasIndex(gone => gone.InterviewId);
}
