using InterviewAgent.Interviewing.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class ArrivalConfiguration : IEntityTypeConfiguration<Arrival>
{
    public void Configure(EntityTypeBuilder<Arrival> builder)
    {
        builder.HasKey(arrival => arrival.Key);
        builder.HasIndex(arrival => new { arrival.Place, arrival.NextAt });
        builder.HasIndex(arrival => new { arrival.NextAt, arrival.At });
    }
}
