using InterviewAgent.Interviewing.Links;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Insights.Digests.Rendering;

/// <summary>Places of the dashboard as addresses that work from outside.</summary>
public sealed class DigestLinks(IOptions<LinkOptions> options)
{
    /// <param name="place">"/accounts?voice=heard".</param>
    public string To(string place) => options.Value.PublicAddress.TrimEnd('/') + place;
}
