using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class WebhooksConfiguration : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<Webhook> builder) => builder.HasKey(webhook => webhook.Id);

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.HasOne<Webhook>().WithMany().HasForeignKey(row => row.WebhookId);
        builder.HasIndex(row => new { row.WebhookId, row.EventId }).IsUnique();
        builder.HasIndex(row => new { row.State, row.NextAt });
        builder.HasIndex(row => row.InterviewId);
    }
}
