using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InterviewAgent.Accounts.Import;

/// <summary>Counts what an import mentions, adds and changes, by kind of row.</summary>
internal sealed class Tally
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Account"] = "accounts", ["Respondent"] = "respondents", ["Promise"] = "promises", ["HealthReading"] = "health",
        ["UsageWeek"] = "usage", ["CheckIn"] = "checkIns", ["Interview"] = "interviews",
    };

    private readonly Dictionary<string, (int Mentioned, int Added, int Changed)> counts = new(StringComparer.Ordinal);

    /// <summary>How often the file speaks of a kind of row: what of it is neither new nor different is unchanged.</summary>
    public void Mention(string name, int rows) => Add(name, rows, 0, 0);

    /// <summary>To be called before the changes are saved.</summary>
    public void Count(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries())
        {
            if (Names.TryGetValue(entry.Metadata.ClrType.Name, out var name))
            {
                Add(name, 0, entry.State == EntityState.Added ? 1 : 0, entry.State == EntityState.Modified ? 1 : 0);
            }
        }
    }

    public IReadOnlyDictionary<string, RowCount> Result() => counts.Where(pair => pair.Value != default).ToDictionary(
        pair => pair.Key,
        pair => new RowCount(pair.Value.Added, pair.Value.Changed,
            Math.Max(0, pair.Value.Mentioned - pair.Value.Added - pair.Value.Changed)));

    private void Add(string name, int mentioned, int added, int changed)
    {
        var now = counts.GetValueOrDefault(name);
        counts[name] = (now.Mentioned + mentioned, now.Added + added, now.Changed + changed);
    }
}
