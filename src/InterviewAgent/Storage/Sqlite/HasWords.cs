using InterviewAgent.Privacy.Search;
using SQLitePCL;

namespace InterviewAgent.Storage.Sqlite;

/// <summary>The comparison of <see cref="QueryWords"/> as a function that SQLite calls. It stays with the driver's handle, which its pool hands out again.</summary>
internal static class HasWords
{
    public const string Name = "has_words";

    /// <summary>In a query; it is never run here.</summary>
    /// <param name="all">The words with a space between.</param>
    public static bool In(string text, string all) => QueryWords.AllIn(text, all.Split(' '));

    public static void TellTo(sqlite3 handle) => raw.sqlite3_create_function(handle, Name, 2, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, Answer);

    private static void Answer(sqlite3_context context, object state, sqlite3_value[] arguments) => raw.sqlite3_result_int(context,
        In(raw.sqlite3_value_text(arguments[0]).utf8_to_string(), raw.sqlite3_value_text(arguments[1]).utf8_to_string()) ? 1 : 0);
}
