using System.Globalization;
using InterviewAgent.Storage.Moving;

namespace InterviewAgent.Cli.Commands.Db;

/// <summary>Tables as lines: name, rows, the beginning of the hash, and what is to be said of it.</summary>
internal static class TableText
{
    public const string CopyTheseToo =
        "The data is not all: copy these too, to where the settings name them: the list of erasures (Privacy:ErasedFile, by default beside the database as "
        + ".erased.jsonl; without it a restored backup brings back who was erased) and the key of personal links (Links:KeyFile; without it links that were sent do not open).";

    public static void Write(TextWriter output, IEnumerable<(TableCount Table, string Word)> tables)
    {
        foreach (var (table, word) in tables)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Table,-20} {table.Rows,10}  {table.Hash[..16]}  {word}").TrimEnd());
        }
    }
}
