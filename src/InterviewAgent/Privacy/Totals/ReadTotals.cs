using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Totals;

/// <summary>How many people say something in totals only, as released up to this week: sums of whole atoms.</summary>
public sealed class ReadTotals(InterviewAgentDb db)
{
    /// <summary>People by code; a code of which nothing was released is not in it.</summary>
    /// <param name="segment">Null: the whole portfolio.</param>
    public Task<Dictionary<string, int>> People(string? segment = null, CancellationToken cancellation = default) =>
        db.TotalsAtoms.AsNoTracking().Where(atom => segment == null || atom.Segment == segment)
            .GroupBy(atom => atom.Code).Select(atoms => new { atoms.Key, People = atoms.Sum(atom => atom.People) })
            .ToDictionaryAsync(code => code.Key, code => code.People, cancellation);
}
