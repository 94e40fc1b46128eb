using InterviewAgent.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Interviewing.Import;

public static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton<ImportAccounts>()
        .AddSingleton<ImportJourneys>()
        .AddSingleton<ImportFile>();
}
