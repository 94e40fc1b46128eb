using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class InvitationsConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasIndex(invitation => new { invitation.CheckInId, invitation.Kind }).IsUnique();
        builder.HasIndex(invitation => new { invitation.State, invitation.NextAt });
        builder.HasIndex(invitation => new { invitation.AccountId, invitation.CreatedAt });
        builder.HasOne<CheckIn>().WithMany().HasForeignKey(invitation => invitation.CheckInId);
    }
}
