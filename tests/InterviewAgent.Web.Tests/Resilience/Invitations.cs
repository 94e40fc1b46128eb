using System.Text.Json;
using InterviewAgent.Interviewing.Import;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>Accounts with one due check-in each, and their personal links, made by the product's own code on the server's store.</summary>
internal static class Invitations
{
    public static Task<IReadOnlyList<Uri>> Send(ServerProcess server, int interviews) => Send(server.Settings, Path.ChangeExtension(server.Database, ".jsonl"), interviews);

    /// <param name="store">Settings of the store.</param>
    /// <param name="file">Where to write what is imported.</param>
    public static async Task<IReadOnlyList<Uri>> Send(IReadOnlyDictionary<string, string?> store, string file, int interviews)
    {
        await using var services = ServerProcess.Product(store);
        await using var scope = services.CreateAsyncScope();
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, interviews).Select(Journey));
        var report = await scope.ServiceProvider.GetRequiredService<ImportFile>().Run(file, dryRun: false, cancellation: CancellationToken.None);
        Assert.Empty(report.Problems);
        var issue = scope.ServiceProvider.GetRequiredService<IssueLink>();
        List<Uri> links = [];
        foreach (var checkIn in await scope.ServiceProvider.GetRequiredService<InterviewAgentDb>().CheckIns.Select(row => row.Id).ToListAsync())
        {
            links.Add(new Uri((await issue.For(checkIn, CancellationToken.None)).Address));
        }
        Assert.Equal(interviews, links.Count);
        return links;
    }

    private static string Journey(int number) => JsonSerializer.Serialize(new
    {
        id = $"kill-{number}",
        account = new
        {
            name = $"Account {number}", industry = "test", seats = 10, contractSignedOn = "2026-01-05", promisedOutcomes = Array.Empty<string>(),
            successCriteria = Array.Empty<string>(), health = Array.Empty<object>(), usage = Array.Empty<object>(),
        },
        interviews = Array.Empty<object>(),
        checkIns = new[] { new { participant = "p1", role = "end-user", title = "Planner", due = "2026-01-19", checkpoint = "day-14" } },
    });
}
