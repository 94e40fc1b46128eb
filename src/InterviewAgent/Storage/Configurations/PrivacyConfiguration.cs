using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Privacy.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class PrivacyConfiguration : IEntityTypeConfiguration<ErasedSentence>, IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<ErasedSentence> builder) => builder.HasIndex(gone => gone.InterviewId);

    public void Configure(EntityTypeBuilder<StaffSession> builder) => builder.HasIndex(session => session.Who);
}
