namespace InterviewAgent.Mail;

/// <summary>How far a mail had come when it failed; what may be done next depends on it.</summary>
internal enum SmtpStep { Connect, Sender, Recipient, Content, Delivery }

/// <summary>A mail was not taken.</summary>
/// <param name="reply">Null: the line broke, or the server said nothing in time.</param>
internal sealed class SmtpException(SmtpStep step, SmtpReply? reply, Exception? inner = null)
    : Exception($"The mail server answered {reply?.Codes ?? "nothing"} at step {step}.", inner)
{
    public SmtpStep Step => step;
    public SmtpReply? Reply => reply;

    /// <summary>
    /// True when the server says for good that there is no such mailbox. Refusals by policy (5.7: relaying, reputation) are the
    /// sender's to mend and close no address.
    /// </summary>
    public bool ClosesAddress => step == SmtpStep.Recipient && reply is { IsPermanent: true }
        && (reply.Enhanced is "" ? reply.Code is 550 or 551 or 553 : reply.Enhanced.StartsWith("5.1.", StringComparison.Ordinal) || reply.Enhanced is "5.2.1");

    /// <summary>The last dot was sent and no answer came: taken or not, nobody knows.</summary>
    public bool IsUnknown => step == SmtpStep.Delivery && reply is null;
}
