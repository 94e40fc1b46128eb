using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Interviewing.Links;

namespace InterviewAgent.Web.Channels.Teams.Cards;

/// <summary>
/// What a card's button carries beside its turn: an HMAC over turn and respondent, so that a card cannot be made up, and one that
/// was forwarded works in nobody else's hands.
/// </summary>
internal sealed class CardTokens(LinkKeys keys)
{
    private const string Purpose = "teams card";
    private const int Bytes = 18;

    public string For(Guid interviewId, int turn, Guid respondentId) =>
        $"{keys.Signing}.{Base64Url.EncodeToString(Sign(keys.Signing, interviewId, turn, respondentId)!)}";

    public bool Holds(string token, Guid interviewId, int turn, Guid respondentId)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Sign(token[..dot], interviewId, turn, respondentId) is { } right
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Base64Url.EncodeToString(right)), Encoding.UTF8.GetBytes(token[(dot + 1)..]));
    }

    private byte[]? Sign(string keyId, Guid interviewId, int turn, Guid respondentId) => keys.Sign(
        keyId, Purpose, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{interviewId:N}.{turn}.{respondentId:N}")))?[..Bytes];
}
