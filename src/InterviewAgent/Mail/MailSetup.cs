using InterviewAgent.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Mail;

public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<MailOptions>(configuration, "Mail");
        return services.AddSingleton<SendMail>().AddSingleton<MailRest>().AddSingleton<SendClaimed>();
    }
}
