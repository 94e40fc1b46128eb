using System.Globalization;
using System.Security.Claims;

namespace InterviewAgent.Web.Channels;

/// <summary>
/// A device that came in by a personal link. A trusted one sees the whole interview. Another one sees the interviewer's turns
/// from <see cref="FirstTurn"/> on and what it said itself, until the code is entered.
/// </summary>
/// <param name="Device">Minted by the server; "dl_" as Direct Line demands of such ids.</param>
internal sealed record Visitor(Guid LinkId, Guid CheckInId, string Device, int FirstTurn, bool Trusted)
{
    /// <summary>Holds a token without an invitation: it opens the conformance guide and nothing else.</summary>
    public bool OfGuide => LinkId == Guid.Empty;

    public static string NewDevice() => $"dl_{Guid.NewGuid():N}";

    /// <summary>The key of idempotency: a client's own id counts within its device.</summary>
    public string MessageId(string clientId) => $"{Device}:{clientId}";

    public bool Said(string? messageId) => messageId?.StartsWith(Device + ":", StringComparison.Ordinal) == true;

    public IEnumerable<Claim> Claims() =>
    [
        new("user", Device), new("conv", CheckInId.ToString("N")), new("link", LinkId.ToString("N")),
        new("from", FirstTurn.ToString(CultureInfo.InvariantCulture)), new("trusted", Trusted ? "1" : "0"),
    ];

    public static Visitor? Read(Func<string, string?> claim) =>
        Guid.TryParseExact(claim("link"), "N", out var link) && Guid.TryParseExact(claim("conv"), "N", out var checkIn)
        && int.TryParse(claim("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var from) && claim("user") is { } device
            ? new(link, checkIn, device, from, claim("trusted") == "1")
            : null;
}
