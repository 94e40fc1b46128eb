using System.Text;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Privacy;

/// <summary>Whether a store still holds a text, and what lies beside it: the bytes of SQLite's files, or every column of every row of PostgreSQL's tables.</summary>
internal static class StoreBytes
{
    public static bool Hold(TestDatabase store, string text) => Directory.GetFiles(Path.GetDirectoryName(store.Path)!)
        .Any(file => Of(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
        || store.Provider == StorageProvider.PostgreSql && InRows(store, text);

    private static bool InRows(TestDatabase store, string text)
    {
        using var db = store.Open();
        var tables = db.Database.SqlQuery<string>(
            $"""SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS "Value" FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')""");
#pragma warning disable EF1002 // Names of the catalogue.
        return tables.AsEnumerable().Any(table => db.Database
            .SqlQueryRaw<int>($$"""SELECT 1 AS "Value" FROM {{table}} t WHERE position(lower({0}) IN lower(t::text)) > 0 LIMIT 1""", text).AsEnumerable().Any());
#pragma warning restore EF1002
    }

    private static byte[] Of(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
