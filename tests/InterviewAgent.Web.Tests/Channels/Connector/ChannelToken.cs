using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>An RSA key as a JWKS publishes it.</summary>
public sealed class SigningKey(params string[] endorsements)
{
    public string Id { get; } = Guid.NewGuid().ToString("N");
    public RSA Rsa { get; } = RSA.Create(2048);

    public object Public()
    {
        var numbers = Rsa.ExportParameters(includePrivateParameters: false);
        Dictionary<string, object> key = new()
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Id, ["x5t"] = Id,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus), ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (endorsements is not [])
        {
            key["endorsements"] = endorsements;
        }
        return key;
    }
}

/// <summary>A token, written by hand so that each part of it can be wrong. A member that is null is left out.</summary>
public sealed record ChannelToken(SigningKey Key)
{
    private static readonly JsonSerializerOptions OmitNulls =
        new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public string Algorithm { get; init; } = "RS256";
    public string? KeyId { get; init; } = Key.Id;
    public string? Issuer { get; init; } = FakeIssuer.Issuer;
    public string? Audience { get; init; }
    public string? ServiceUrl { get; init; }
    public DateTimeOffset? NotBefore { get; init; } = DateTimeOffset.UtcNow.AddMinutes(-1);
    public DateTimeOffset? Expires { get; init; } = DateTimeOffset.UtcNow.AddHours(1);
    public string[]? Critical { get; init; }

    /// <summary>JSON that replaces a claim or is added as one; still signed.</summary>
    public (string Name, string Json)? Odd { get; init; }

    public string Write()
    {
        var header = Part(new { alg = Algorithm, typ = "JWT", kid = KeyId, crit = Critical });
        var claims = JsonSerializer.SerializeToNode(new
        {
            iss = Issuer, aud = Audience, serviceurl = ServiceUrl, nbf = NotBefore?.ToUnixTimeSeconds(), exp = Expires?.ToUnixTimeSeconds(),
        }, OmitNulls)!.AsObject();
        if (Odd is var (name, json))
        {
            claims[name] = "ODD";
        }
        var body = Base64UrlEncoder.Encode(claims.ToJsonString().Replace("\"ODD\"", Odd?.Json, StringComparison.Ordinal));
        return $"{header}.{body}.{Signature($"{header}.{body}")}";
    }

    private string Signature(string signed) => Algorithm switch
    {
        "none" => "",
        "HS256" => Base64UrlEncoder.Encode(HMACSHA256.HashData(Key.Rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signed))),
        "RS384" => Sign(signed, HashAlgorithmName.SHA384),
        "RS512" => Sign(signed, HashAlgorithmName.SHA512),
        _ => Sign(signed, HashAlgorithmName.SHA256),
    };

    private string Sign(string signed, HashAlgorithmName hash) => Base64UrlEncoder.Encode(
        Key.Rsa.SignData(Encoding.ASCII.GetBytes(signed), hash, Algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));

    private static string Part(object part) => Base64UrlEncoder.Encode(JsonSerializer.Serialize(part, OmitNulls));
}
