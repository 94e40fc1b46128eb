namespace InterviewAgent.Mail;

/// <summary>One mail to one person, in two forms that say the same.</summary>
/// <param name="MessageId">Without angle brackets; the same for every attempt, so that a mailbox recognises a second copy.</param>
/// <param name="UnsubscribeBy">Address of the one-click "never" of RFC 8058; null for a mail that was asked for.</param>
public sealed record OutgoingMail(
    MailboxAddress To, string Subject, string Text, string Html, string MessageId, DateTimeOffset Date, string? UnsubscribeBy);
