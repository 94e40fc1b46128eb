using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.SignIn;

/// <summary>In development nobody should have to look for the door: a link is printed once the server listens.</summary>
internal sealed partial class PrintSignInLink(
    IServiceScopeFactory scopes, IServer server, IHostEnvironment environment, IOptions<SignInOptions> options, ILogger<PrintSignInLink> log)
    : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is null || !(options.Value.PrintLinkAtStart ?? environment.IsDevelopment()))
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var token = await scope.ServiceProvider.GetRequiredService<IssueSignInLink>().For(new StaffMember("staff", ViewerRole.Admin), Environment.UserName, cancellationToken);
            // To the terminal and not to the log: logs are kept, this must not be.
            await Console.Out.WriteLineAsync($"Dashboard: {Reachable(address)}/sign-in/{token} (works once, for {IssueSignInLink.Life.TotalMinutes:0} minutes)");
        }
        catch (Exception error) when (error is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            // The store may not be migrated yet; /health/ready says so, and the server still starts.
            Log.NoLink(log, error);
        }
    }

    /// <summary>A wildcard is an address to listen on, not one to open.</summary>
    private static string Reachable(string address) =>
        address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal).TrimEnd('/');

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "No sign-in link was printed: the store did not answer. Run: interview-agent db migrate")]
        public static partial void NoLink(ILogger logger, Exception error);
    }
}
