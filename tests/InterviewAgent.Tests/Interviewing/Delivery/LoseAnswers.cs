using System.Data.Common;
using InterviewAgent.Storage;
using InterviewAgent.Storage.PostgreSql;
using InterviewAgent.Storage.Sqlite;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewAgent.Tests.Interviewing.Delivery;

/// <summary>A store that commits and whose word of it is lost on the way.</summary>
internal sealed class LoseAnswers(TestDatabase database) : DbTransactionInterceptor, IDbContextFactory<InterviewAgentDb>
{
    public bool Loses { get; set; } = true;

    public InterviewAgentDb CreateDbContext()
    {
        if (database.Provider == StorageProvider.PostgreSql)
        {
            DbContextOptionsBuilder<PostgreSqlInterviewAgentDb> there = new();
            database.Server.Configure(there);
            return new PostgreSqlInterviewAgentDb(there.AddInterceptors(this).Options);
        }

        DbContextOptionsBuilder<SqliteInterviewAgentDb> builder = new();
        database.File.Configure(builder);
        return new SqliteInterviewAgentDb(builder.AddInterceptors(this).Options);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Loses ? throw new TimeoutException() : Task.CompletedTask;
}
