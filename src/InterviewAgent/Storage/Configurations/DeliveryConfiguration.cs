using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Conversation>, IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.HasIndex(place => new { place.Channel, place.ChannelConversationId }).IsUnique();
        builder.HasIndex(place => new { place.TenantId, place.DirectoryUserId });
        builder.HasOne<Respondent>().WithMany().HasForeignKey(place => place.RespondentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        // The sender's search touches what is to be sent and never what was.
        builder.HasIndex(message => new { message.State, message.NextAt });
        builder.HasIndex(message => new { message.ConversationId, message.State });
        builder.HasIndex(message => new { message.InterviewId, message.TurnN, message.ConversationId }).IsUnique();
        builder.Property(message => message.State).IsConcurrencyToken();
        builder.Property(message => message.Claim).IsConcurrencyToken();
        builder.HasOne<Conversation>().WithMany().HasForeignKey(message => message.ConversationId);
        builder.HasOne<Interview>().WithMany().HasForeignKey(message => message.InterviewId).OnDelete(DeleteBehavior.Cascade);
    }
}
