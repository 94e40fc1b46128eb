using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Interviewing.Import;

public static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton<ImportJourneys>()
        .AddSingleton<ImportFile>();
}
