namespace InterviewAgent.Web.Channels.Connector.Outbound.Tokens;

/// <summary>Where the bot's own tokens come from. A refusal is an outcome and no exception: the messages wait.</summary>
internal interface IIssueTokens
{
    Task<TokenAnswer> Issue(CancellationToken cancellation);
}

/// <param name="Token">Empty: none was given, and <paramref name="Why"/> says in a word or two why.</param>
internal sealed record TokenAnswer(string Token, DateTimeOffset ExpiresAt, string Why = "")
{
    public static TokenAnswer None(string why) => new("", DateTimeOffset.MinValue, why);

    public bool Given => Token.Length > 0;

    /// <summary>No token in a log, whoever writes the record there.</summary>
    public override string ToString() => Given ? "a token" : $"no token: {Why}";
}
