using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Sqlite;

/// <summary>The embedded default.</summary>
public sealed class SqliteInterviewAgentDb(DbContextOptions<SqliteInterviewAgentDb> options) : InterviewAgentDb(options);
