using System.Collections.Concurrent;
using InterviewAgent.Interviewing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewAgent.Web.Tests;

/// <summary>
/// What is read from prompts/ and never changes is read once for all sites of a run: 128 MB and a second of work each, and a site
/// that has ended is not always let go by the test host at once.
/// </summary>
internal static class SharedEngine
{
    private static readonly string[] ReadOnce =
    [
        "BuiltInCoder", "Codebook", "NameOverlay", "Redactor", "NeutralityGate", "GuideLibrary", "Notices", "IntentLexicon", "LanguageDetector", "AssessAnswer",
    ];

    private static readonly ConcurrentDictionary<Type, Lazy<object>> Read = new();

    public static void Use(IServiceCollection services)
    {
        foreach (var own in services.Where(IsReadOnce).ToList())
        {
            services.Replace(ServiceDescriptor.Singleton(own.ServiceType, provider =>
                Read.GetOrAdd(own.ServiceType, _ => new Lazy<object>(() => own.ImplementationFactory!(provider))).Value));
        }
    }

    private static bool IsReadOnce(ServiceDescriptor service) =>
        service.ServiceType.Assembly == typeof(Turn).Assembly && service.ImplementationFactory is not null && ReadOnce.Contains(service.ServiceType.Name);
}
