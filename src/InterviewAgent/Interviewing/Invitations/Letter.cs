using InterviewAgent.Accounts;
using InterviewAgent.Mail;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>A claimed row with all that its mail needs.</summary>
/// <param name="Claim">By which the holder moves the row on.</param>
internal sealed record Letter(
    Guid InvitationId, Guid Claim, Guid CheckInId, InvitationKind Kind, Guid LinkId, MailboxAddress To, Role Role, Checkpoint Checkpoint, string? Product);
