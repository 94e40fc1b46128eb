namespace InterviewAgent.Mail;

/// <summary>Who we are to the mail server; null: it asks for nothing.</summary>
internal sealed record MailCredentials(string User, string Password)
{
    public const string UserVariable = "INTERVIEW_AGENT_MAIL_USER";
    public const string PasswordVariable = "INTERVIEW_AGENT_MAIL_PASSWORD";

    /// <exception cref="BadInputException">One of the two is set and the other is not.</exception>
    public static MailCredentials? FromEnvironment()
    {
        var (user, password) = (Environment.GetEnvironmentVariable(UserVariable), Environment.GetEnvironmentVariable(PasswordVariable));
        return (user, password) switch
        {
            (null or "", null or "") => null,
            (null or "", _) or (_, null or "") => throw new BadInputException(
                "The environment", $"of {UserVariable} and {PasswordVariable} one is set", "Set both, or none where the mail server asks for nothing."),
            _ => new(user, password),
        };
    }
}
