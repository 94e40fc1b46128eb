using InterviewAgent.Settings;
using InterviewAgent.Web.Dashboard.Accounts;
using InterviewAgent.Web.Dashboard.Exports;
using InterviewAgent.Web.Dashboard.Evals;
using InterviewAgent.Web.Dashboard.Flags;
using InterviewAgent.Web.Dashboard.Portfolio;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.Dashboard.Themes;
using InterviewAgent.Web.Proxies;
using InterviewAgent.Web.SignIn;

namespace InterviewAgent.Web.Dashboard;

internal static class DashboardSetup
{
    /// <summary>Pages live in their slice's folder, anywhere in this project, and say their address themselves.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            Rooms.Close(options.Conventions);
        }).AddMvcOptions(options => options.Filters.Add<RootedRedirects>());
        services.AddHttpContextAccessor().AddScoped<Seen>();
        services.AddScoped<ExportLists>().AddScoped<FindingQuotes>().AddScoped<PromiseQuotes>().AddScoped<LoadPortfolio>().AddScoped<LoadOverview>().AddScoped<LoadThemes>().AddScoped<LoadOpenFlags>().AddScoped<CloseFlag>().AddScoped<AssignFlag>().AddScoped<SayExample>().AddScoped<LoadFlagHistory>().AddScoped<LoadAccount>();
        services.AddSettings<EvalsOptions>(configuration, EvalsOptions.Section);
        services.AddScoped<EvalFolder>();
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "interview-agent-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The headers of ours say it stricter.
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }
}
