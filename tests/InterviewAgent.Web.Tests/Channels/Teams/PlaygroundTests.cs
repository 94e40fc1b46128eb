using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Tests.Channels.Conformance;
using InterviewAgent.Web.Tests.Channels.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels.Teams;

/// <summary>Microsoft's own emulator of Teams against the server as it is, without tokens and on this machine only.</summary>
public sealed class PlaygroundTests
{
    /// <summary>The directory's id of the playground's user, as its own settings have it.</summary>
    private const string AlexWilber = "00000000-0000-0000-0000-0000000000020";

    [Fact]
    public async Task The_Agents_Playground_holds_an_interview_from_install_to_its_end()
    {
        await using Site site = new(("Connector:AllowAnonymousOnLoopback", "true"), ("Jobs:Run", "true"));
        var address = site.Listen();
        await using var trigger = await Trigger.For(site, await Invite(site));
        await Node.Run("playground.mjs", ("BASE_URL", address), ("PROACTIVE_URL", trigger.Address), ("PG_PORT", FreePort()));
        await site.With(async db => Assert.Contains((await db.Interviews.SingleAsync()).Status, new[] { InterviewStatus.AwaitingAnalysis, InterviewStatus.Analysed }));
    }

    private static async Task<Guid> Invite(Site site)
    {
        Account account = new() { ExternalId = "vale", Name = "Vale Fibra", Product = "Rotara" };
        Respondent alex = new() { AccountId = account.Id, ExternalId = "alex", Name = "Alex Wilber", AadObjectId = AlexWilber };
        CheckIn checkIn = new() { AccountId = account.Id, RespondentId = alex.Id, Checkpoint = Checkpoint.Day30, Due = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20) };
        await site.With(async db =>
        {
            db.AddRange(account, alex, checkIn);
            await db.SaveChangesAsync();
        });
        return checkIn.Id;
    }

    private static string FreePort()
    {
        using System.Net.Sockets.TcpListener listener = new(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The day comes, and somebody sends what is due, by its id.</summary>
    private sealed class Trigger : LocalServer
    {
        public static async Task<Trigger> For(Site site, Guid checkInId)
        {
            Trigger trigger = new();
            await trigger.Listen(app => app.MapPost("/", async () =>
            {
                await site.With(db => db.CheckIns.ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, DateOnly.FromDateTime(DateTime.UtcNow))));
                await using var scope = site.Services.CreateAsyncScope();
                Assert.Equal(CheckInSending.Queued, await scope.ServiceProvider.GetRequiredService<SendCheckIn>().Run(checkInId));
                scope.ServiceProvider.GetRequiredService<OutboxWake>().Up();
                return Results.Ok();
            }));
            return trigger;
        }
    }
}
