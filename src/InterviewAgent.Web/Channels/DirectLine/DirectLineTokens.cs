using System.Security.Claims;
using InterviewAgent.Interviewing.Links;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InterviewAgent.Web.Channels.DirectLine;

internal enum TokenFault { None, Missing, Expired, Invalid }

/// <summary>
/// Signed tokens of one conversation. A bearer token lasts hours; a stream ticket stands in an address, so it lasts a minute
/// and opens nothing but the stream. Web Chat reads the <c>user</c> claim and takes it as its own id.
/// </summary>
internal sealed class DirectLineTokens(LinkKeys keys, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    private const string Issuer = "interview-agent";
    private const string Bearer = "directline+jwt";
    private const string Ticket = "directline-stream+jwt";
    private static readonly TimeSpan TicketLife = TimeSpan.FromSeconds(60);
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public int LifeSeconds => options.Value.TokenSeconds;

    public string Mint(Visitor visitor) => Write(visitor, Bearer, TimeSpan.FromSeconds(LifeSeconds));

    public string MintTicket(Visitor visitor) => Write(visitor, Ticket, TicketLife);

    public Task<(Visitor? Visitor, TokenFault Fault)> Read(string token) => Read(token, Bearer);

    public Task<(Visitor? Visitor, TokenFault Fault)> ReadTicket(string token) => Read(token, Ticket);

    private string Write(Visitor visitor, string type, TimeSpan life)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = type,
            TokenType = type,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + life,
            Subject = new ClaimsIdentity([.. visitor.Claims(), new(JwtRegisteredClaimNames.Jti, Guid.NewGuid().ToString("N"))]),
            SigningCredentials = new(Key(keys.Signing, type), SecurityAlgorithms.HmacSha256),
        });
    }

    private async Task<(Visitor?, TokenFault)> Read(string token, string type)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = type,
            ValidTypes = [type],
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKeys = keys.Ids.Select(id => Key(id, type)),
            TryAllIssuerSigningKeys = false,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.Zero,
            LifetimeValidator = (from, until, _, _) => clock.GetUtcNow().UtcDateTime is var now && until > now
                ? from <= now + TimeSpan.FromSeconds(5)
                : throw new SecurityTokenExpiredException(),
        });
        return result.IsValid
            ? Visitor.Read(name => result.Claims.TryGetValue(name, out var value) ? value?.ToString() : null) is { } visitor
                ? (visitor, TokenFault.None)
                : (null, TokenFault.Invalid)
            : (null, result.Exception is SecurityTokenExpiredException ? TokenFault.Expired : TokenFault.Invalid);
    }

    private SymmetricSecurityKey Key(string id, string type) => new(keys.For(id, type)!) { KeyId = id };
}
