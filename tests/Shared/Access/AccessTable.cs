using System.Text.RegularExpressions;

namespace InterviewAgent.Tests.Access;

/// <summary>src/ACCESS.md, read as it stands: who may see what is decided there, and the tests hold every cell of it against the product.</summary>
internal static partial class AccessTable
{
    /// <summary>Rows of one of its tables, by the table's heading: the first cell names the thing, the others are by column.</summary>
    public static IReadOnlyList<(string What, IReadOnlyDictionary<string, string> Cells)> Of(string heading)
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "src", "ACCESS.md"));
        var table = lines.SkipWhile(line => line != "## " + heading).Skip(1).SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Select(Cells).ToList();
        Assert.True(table.Count > 2, $"src/ACCESS.md has no table under '{heading}'");
        return [.. table.Skip(2).Select(row => (row[0], (IReadOnlyDictionary<string, string>)table[0].Zip(row).Skip(1).ToDictionary(cell => cell.First, cell => cell.Second)))];
    }

    private static List<string> Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => Marks().Replace(cell, "").Trim())];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InterviewAgent.sln")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }

    [GeneratedRegex("`")]
    private static partial Regex Marks();
}
