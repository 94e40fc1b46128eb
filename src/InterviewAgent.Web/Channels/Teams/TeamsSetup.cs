using InterviewAgent.Web.Channels.Connector;
using InterviewAgent.Web.Channels.Connector.Outbound;
using InterviewAgent.Web.Channels.Teams.Cards;

namespace InterviewAgent.Web.Channels.Teams;

internal static class TeamsSetup
{
    /// <summary>What is done with the activities of the connector; added before it.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.AddSingleton<TeamsDoor>().AddSingleton<AnswersLink>().AddSingleton<CardTokens>().AddSingleton<IRenderTurns, RenderCards>();
        services.AddScoped<WhoWrites>().AddScoped<SayNotice>().AddScoped<HeldHere>();
        services.AddScoped<Greet>().AddScoped<TakeLeave>().AddScoped<HearMessage>().AddScoped<HearChange>().AddScoped<ConnectChat>().AddScoped<TapCard>();
        return services.AddScoped<IHandleActivities, TeamsBot>();
    }

    public static void MapTeams(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous();
        open.MapGet("/privacy", AboutPages.Privacy);
        open.MapGet("/terms", AboutPages.Terms);
    }
}
