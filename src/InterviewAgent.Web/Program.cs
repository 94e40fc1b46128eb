using InterviewAgent;
using InterviewAgent.Web;
using InterviewAgent.Web.Api;
using InterviewAgent.Web.Channels.Connector;
using InterviewAgent.Web.Channels.Connector.Outbound;
using InterviewAgent.Web.Channels.DirectLine;
using InterviewAgent.Web.Channels.Mail;
using InterviewAgent.Web.Channels.Teams;
using InterviewAgent.Web.Channels.WebChat;
using InterviewAgent.Web.Dashboard;
using InterviewAgent.Web.Dashboard.Exports;
using InterviewAgent.Web.Draining;
using InterviewAgent.Web.Health;
using InterviewAgent.Web.Proxies;
using InterviewAgent.Web.Security;
using InterviewAgent.Web.SignIn;
using InterviewAgent.Web.SignIn.OpenIdConnect;
using InterviewAgent.Web.Telemetry;

Hosting.SayWhatIsToBeMended();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = Hosting.WebRoot });
builder.AddSettingsSources();
builder.AddTelemetry();

builder.Services.AddInterviewAgent(builder.Configuration);
builder.Services.AddProxies(builder.Configuration);
builder.Services.AddSessionKeys(builder.Configuration);
builder.Services.AddSignIn(builder.Configuration);
builder.Services.AddDirectLine(builder.Configuration);
builder.Services.AddWebChat(builder.Configuration);
builder.Services.AddTeams();
builder.Services.AddMailPages();
builder.Services.AddConnector(builder.Configuration);
builder.Services.AddOutbound(builder.Configuration);
builder.Services.AddDashboard(builder.Configuration);
builder.Services.AddApi();
builder.Services.AddHealth();
builder.Services.AddDraining(builder.Configuration);

var app = builder.Build();
await app.LoadEngine();
await app.PrepareStore();

app.UseRequestSpans();
app.UseProxies();
app.HidePersonalTokens();
app.UseStrictTransport();
app.UseSecurityHeaders();
app.UseFailurePages();
app.UseStaticFiles();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();

app.MapHealth();
app.MapOpenId();
app.MapApi();
app.MapExports();
app.MapDirectLine();
app.MapWebChat();
app.MapMailPages();
app.MapConnector();
app.MapTeams();
app.MapRazorPages();
app.Run();

/// <summary>Named so that the tests can start the whole application.</summary>
public partial class Program;
