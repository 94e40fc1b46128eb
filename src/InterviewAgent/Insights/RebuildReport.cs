namespace InterviewAgent.Insights;

/// <summary>What a rebuild found: how many accounts it read, and which insights were not as they should have been.</summary>
public sealed class RebuildReport
{
    /// <summary>Differing accounts that are named; the rest is counted.</summary>
    private const int MostNamed = 10;
    private readonly List<(Guid AccountId, Changed Changed)> first = [];

    public int Accounts { get; private set; }
    /// <summary>Interviews in which the built-in coder found something else than what is stored.</summary>
    public int Interviews { get; internal set; }
    public int Readings { get; private set; }
    public int Flags { get; private set; }

    /// <summary>Accounts whose part of the themes differed, and sums over all accounts that were not the sum.</summary>
    public int Themes { get; private set; }
    public int Sums { get; internal set; }

    /// <summary>Accounts whose kept summary differed.</summary>
    public int Summaries { get; private set; }

    /// <summary>Accounts that a check left out because a change of theirs is not read yet.</summary>
    public int Waiting { get; internal set; }

    /// <summary>The first differences, in the order in which they were found.</summary>
    public IReadOnlyList<(Guid AccountId, Changed Changed)> First => first;
    public bool IsIdentical => Interviews == 0 && Readings == 0 && Flags == 0 && Themes == 0 && Sums == 0 && Summaries == 0;

    internal void Add(RebuildReport part)
    {
        (Accounts, Interviews) = (Accounts + part.Accounts, Interviews + part.Interviews);
        (Readings, Flags, Themes) = (Readings + part.Readings, Flags + part.Flags, Themes + part.Themes);
        first.AddRange(part.first.Take(MostNamed - first.Count));
    }

    internal void Add(Guid accountId, Changed? changed)
    {
        if (changed is null)
        {
            return;
        }
        Accounts++;
        Readings += changed.Reading ? 1 : 0;
        Flags += changed.Flags ? 1 : 0;
        Themes += changed.Themes ? 1 : 0;
        Summaries += changed.Summary ? 1 : 0;
        if (changed.Any && first.Count < MostNamed)
        {
            first.Add((accountId, changed));
        }
    }
}
