using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Import;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Jobs;
using InterviewAgent.Mail;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using InterviewAgent.Prompts;
using InterviewAgent.Storage;
using InterviewAgent.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent;

public static class InterviewAgentSetup
{
    /// <summary>Every slice of the product in reading order: what the server and the command line both start from.</summary>
    public static IServiceCollection AddInterviewAgent(this IServiceCollection services, IConfiguration configuration) => services
        .AddStorage(configuration)
        .AddJobs(configuration)
        .AddPrompts()
        .AddAccounts(configuration)
        .AddImport()
        .AddInterviewing(configuration)
        .AddLinks(configuration)
        .AddMail(configuration)
        .AddInvitations(configuration)
        .AddAnalysis(configuration)
        .AddInsights(configuration)
        .AddPrivacy(configuration)
        .AddWebhooks(configuration)
        .AddLanguageModels(configuration)
        .AddStaff();
}
