namespace InterviewAgent.Accounts.Import;

/// <summary>Collects what is wrong with a file, so that one reading names all of it.</summary>
internal sealed class ImportProblems
{
    /// <summary>Problems and notices that are kept; the rest is counted. A person mends a hundred rows and tries again.</summary>
    public const int Most = 100;

    private readonly List<ImportProblem> kept = [];
    private readonly List<string> notices = [];

    public IReadOnlyList<ImportProblem> Kept => kept;
    public int Count { get; private set; }
    public IReadOnlyList<string> Notices => notices;

    public void Add(int line, string column, string problem, string mend)
    {
        if (++Count <= Most)
        {
            kept.Add(new ImportProblem(line, column, problem, mend));
        }
    }

    public void Notice(string text)
    {
        if (notices.Count < Most)
        {
            notices.Add(text);
        }
    }

    /// <summary>A value as a message may show it: short, on one line, without control characters.</summary>
    public static string Show(string value)
    {
        var clean = string.Concat(value.Take(60).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return value.Length > 60 ? $"'{clean}…'" : $"'{clean}'";
    }
}
