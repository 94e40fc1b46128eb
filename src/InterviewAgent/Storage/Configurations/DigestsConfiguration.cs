using InterviewAgent.Insights.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class DigestsConfiguration : IEntityTypeConfiguration<Digest>, IEntityTypeConfiguration<DigestClaim>, IEntityTypeConfiguration<DigestSource>,
    IEntityTypeConfiguration<DigestSending>, IEntityTypeConfiguration<DigestRefusal>
{
    public void Configure(EntityTypeBuilder<Digest> builder) => builder.HasIndex(digest => new { digest.For, digest.Week }).IsUnique();

    public void Configure(EntityTypeBuilder<DigestClaim> builder) =>
        builder.HasMany(claim => claim.Sources).WithOne().HasForeignKey(source => source.ClaimId);

    public void Configure(EntityTypeBuilder<DigestSource> builder)
    {
        builder.HasKey(source => new { source.ClaimId, source.InterviewId });
        builder.HasIndex(source => source.InterviewId);
    }

    public void Configure(EntityTypeBuilder<DigestSending> builder)
    {
        builder.HasIndex(sending => new { sending.Week, sending.Channel, sending.Address }).IsUnique();
        builder.HasIndex(sending => new { sending.State, sending.NextAt });
        builder.HasOne<Digest>().WithMany().HasForeignKey(sending => sending.DigestId);
    }

    public void Configure(EntityTypeBuilder<DigestRefusal> builder) => builder.HasKey(refusal => refusal.Address);
}
