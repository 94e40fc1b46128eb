using InterviewAgent.Web.Security;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.DirectLine.Conformance;

/// <summary>A server that others reach does not start with the conformance guide.</summary>
internal sealed class OnLoopbackOnly(IOptions<InterviewAgent.Interviewing.Links.LinkOptions> links) : IValidateOptions<DirectLineOptions>
{
    private const int ShortestSecret = 12;

    public ValidateOptionsResult Validate(string? name, DirectLineOptions options) => options switch
    {
        { ConformanceGuide: false } => ValidateOptionsResult.Success,
        _ when !ThisMachine.IsAddress(links.Value.PublicAddress) =>
            ValidateOptionsResult.Fail("Setting DirectLine:ConformanceGuide: it is for a server on loopback, and Links:PublicAddress is another. Switch it off."),
        { Secret.Length: < ShortestSecret } =>
            ValidateOptionsResult.Fail($"Setting DirectLine:Secret: the conformance guide needs one of at least {ShortestSecret} characters."),
        _ => ValidateOptionsResult.Success,
    };
}
