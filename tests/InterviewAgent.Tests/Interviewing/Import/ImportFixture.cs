using System.Text;
using InterviewAgent.Accounts;
using InterviewAgent.Accounts.Import;
using InterviewAgent.Accounts.Import.Crm;
using InterviewAgent.Interviewing.Import;
using InterviewAgent.Tests.Storage;

namespace InterviewAgent.Tests.Interviewing.Import;

/// <summary>A fresh database and the door for files.</summary>
public sealed class ImportFixture : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public TestDatabase Database { get; } = new();

    public Task<ImportReport> Import(string text, bool dryRun = false, DateOrder? dates = null) =>
        Import(Encoding.UTF8.GetBytes(text), dryRun, dates);

    public async Task<ImportReport> Import(byte[] bytes, bool dryRun = false, DateOrder? dates = null)
    {
        await File.WriteAllBytesAsync(file, bytes);
        return await new ImportFile(new ImportJourneys(Database), new ImportAccounts(Database)).Run(file, dryRun, dates: dates);
    }

    public void Dispose()
    {
        File.Delete(file);
        Database.Dispose();
    }
}
