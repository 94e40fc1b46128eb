namespace InterviewAgent.Web.Channels.Connector.Outbound.Tokens;

/// <summary>The settings name no way to prove who the bot is. It can still listen; what it has to say waits.</summary>
internal sealed class MissingCredential(string setting) : IIssueTokens
{
    public Task<TokenAnswer> Issue(CancellationToken cancellation) => Task.FromResult(TokenAnswer.None($"the setting {setting} is empty"));
}
