using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class InterviewingConfiguration :
    IEntityTypeConfiguration<Interview>, IEntityTypeConfiguration<Turn>, IEntityTypeConfiguration<VisibilityChoice>,
    IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<Link>, IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.Property(interview => interview.Version).IsConcurrencyToken();
        builder.HasIndex(interview => interview.CheckInId).IsUnique();
        builder.HasIndex(interview => interview.AccountId);
        builder.HasIndex(interview => interview.RespondentId);
        // Those that wait for their analysis (AnalyseInterviews.Unread), and no other: most are Analysed, and who looks for these has a better way to them.
        builder.HasIndex(interview => interview.Id, "IX_Interviews_Waiting").HasFilter("\"Status\" = 'AwaitingAnalysis' OR (\"Status\" = 'BrokenOff' AND \"AnalysedAt\" IS NULL)");
        builder.HasIndex(interview => interview.Id, "IX_Interviews_Unfinished").HasFilter("\"Status\" IN ('Open', 'Paused')"); // EndAbandoned's.
        builder.HasIndex(interview => new { interview.HeldOn, interview.Id });
        builder.HasIndex(interview => interview.ReplyOwedSince);
        builder.HasIndex(interview => interview.ModelCodingOwedSince);
        builder.HasOne<CheckIn>().WithMany().HasForeignKey(interview => interview.CheckInId);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(interview => interview.ConversationId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(interview => interview.Turns).WithOne().HasForeignKey(turn => turn.InterviewId);
        builder.HasMany(interview => interview.Choices).WithOne().HasForeignKey(choice => choice.InterviewId);
    }

    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        // Internal getters: not found by convention.
        builder.Property(turn => turn.Text);
        builder.Property(turn => turn.Envelope);
        builder.Property(turn => turn.Offer);
        builder.HasIndex(turn => new { turn.InterviewId, turn.N }).IsUnique();
        builder.HasIndex(turn => new { turn.InterviewId, turn.MessageId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VisibilityChoice> builder)
    {
        builder.HasKey(choice => new { choice.InterviewId, choice.TurnId, choice.Start });
        builder.HasIndex(choice => choice.TurnId); // Asked for beside every quote that is counted.
    }

    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.Property(draft => draft.Text);
        builder.HasIndex(draft => new { draft.InterviewId, draft.TurnN });
        builder.HasOne<Interview>().WithMany().HasForeignKey(draft => draft.InterviewId);
    }

    public void Configure(EntityTypeBuilder<Link> builder)
    {
        builder.HasIndex(link => link.CheckInId);
        builder.HasIndex(link => link.PairingHash);
        builder.HasOne<CheckIn>().WithMany().HasForeignKey(link => link.CheckInId);
    }

    public void Configure(EntityTypeBuilder<Escalation> builder) =>
        builder.HasOne<Interview>().WithMany().HasForeignKey(escalation => escalation.InterviewId);
}
