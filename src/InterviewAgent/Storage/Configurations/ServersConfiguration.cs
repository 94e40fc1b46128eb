using InterviewAgent.Storage.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class ServersConfiguration : IEntityTypeConfiguration<StoredKey>, IEntityTypeConfiguration<UseCount>
{
    public void Configure(EntityTypeBuilder<StoredKey> builder) => builder.HasKey(key => key.Name);

    public void Configure(EntityTypeBuilder<UseCount> builder)
    {
        builder.HasKey(count => count.Key);
        builder.HasIndex(count => count.Minute);
    }
}
