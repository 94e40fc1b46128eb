using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Web.Security;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.DirectLine.Conformance;

/// <summary>Who may talk to the conformance guide: a caller on this very machine, where the guide is switched on.</summary>
internal sealed class ConformanceDoor(IOptions<DirectLineOptions> options)
{
    public bool Admits(HttpContext http) => options.Value.ConformanceGuide && ThisMachine.IsCalling(http);

    /// <summary>Constant in time, whatever the lengths.</summary>
    public bool IsSecret(string token) =>
        CryptographicOperations.FixedTimeEquals(Hash(token), Hash(options.Value.Secret)) && options.Value.Secret.Length > 0;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
