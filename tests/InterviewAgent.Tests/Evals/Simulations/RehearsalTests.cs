using InterviewAgent.Accounts;
using InterviewAgent.Evals.Simulations;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Tests.Evals.Simulations;

public sealed class RehearsalTests
{
    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("Sqlite")]
    public async Task A_rehearsal_never_touches_the_store_of_the_settings(string provider)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Storage:Provider", provider), new("Storage:Path", path),
            new("Storage:Connection", "Host=127.0.0.1;Port=1;Database=theirs;Username=nobody;Timeout=1"),
        ]).Build();
        await using var rehearsal = await Rehearsal.Open(settings);
        var opened = await rehearsal.Begin(new Rehearsed(Role.EndUser, Checkpoint.Day14));
        Assert.NotEmpty(await rehearsal.Read(opened.InterviewId));
        Assert.False(File.Exists(path));
    }
}
