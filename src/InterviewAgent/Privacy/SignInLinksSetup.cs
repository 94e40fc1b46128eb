using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Privacy;

public static class SignInLinksSetup
{
    /// <summary>The command line issues links and the server issues and takes them.</summary>
    public static IServiceCollection AddSignInLinks(this IServiceCollection services) =>
        services.AddScoped<IssueSignInLink>().AddScoped<UseSignInLink>();
}
