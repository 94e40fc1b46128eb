using System.Text;
using InterviewAgent.Accounts;
using InterviewAgent.Accounts.Import;
using InterviewAgent.Interviewing.Import;
using InterviewAgent.Tests.Storage;

namespace InterviewAgent.Tests.Interviewing.Import;

/// <summary>A fresh database and the door for files.</summary>
public sealed class ImportFixture : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public TestDatabase Database { get; } = new();

    public Task<ImportReport> Import(string text, bool dryRun = false) =>
        Import(Encoding.UTF8.GetBytes(text), dryRun);

    public async Task<ImportReport> Import(byte[] bytes, bool dryRun = false)
    {
        await File.WriteAllBytesAsync(file, bytes);
        return await new ImportFile(new ImportJourneys(Database), new ImportAccounts(Database)).Run(file, dryRun);
    }

    public void Dispose()
    {
        File.Delete(file);
        Database.Dispose();
    }
}
