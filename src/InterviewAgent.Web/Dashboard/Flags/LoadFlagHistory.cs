using InterviewAgent.Insights;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>All flags a viewer may know of, with what became of them, and the figures over them.</summary>
public sealed class LoadFlagHistory(InterviewAgentDb db, Seen seen, TimeProvider clock)
{
    public async Task<(IReadOnlyList<FlagRow> Rows, FlagFigures Figures, IReadOnlyList<ExampleRow> Examples)> All(CancellationToken cancellationToken)
    {
        var flags = await (
            from flag in db.Flags.AsNoTracking()
            join account in seen.Accounts on flag.AccountId equals account.Id
            select new { flag.Id, flag.AccountId, account.Name, flag.Kind, flag.OpenedAt, Owner = flag.Owner ?? account.Owner, flag.Due, flag.Outcome, flag.ClosedAt, account.RenewalOn })
            .ToListAsync(cancellationToken);
        var ids = db.Flags.Select(flag => flag.AccountId);
        var health = (await db.Health.AsNoTracking().Where(one => ids.Contains(one.AccountId) && seen.Accounts.Any(account => account.Id == one.AccountId))
            .Select(one => new { one.AccountId, one.On, one.Status }).ToListAsync(cancellationToken)).ToLookup(one => one.AccountId, one => new HeardHealth(one.On, one.Status));
        var examples = await (
            from example in db.FlagExamples.AsNoTracking()
            join account in seen.Accounts on example.AccountId equals account.Id
            orderby example.SaidAt descending
            select new ExampleRow(example.Id, account.Id, account.Name, example.Expected, example.AsOf, example.SaidBy)).ToListAsync(cancellationToken);
        return (
            [.. flags.OrderBy(flag => flag.ClosedAt is not null).ThenByDescending(flag => flag.OpenedAt).Select(flag => new FlagRow(
                flag.Id, flag.AccountId, flag.Name, flag.Kind, Day(flag.OpenedAt), flag.Owner, flag.Due, flag.Outcome, flag.ClosedAt is { } at ? Day(at) : null))],
            FlagFigures.Of([.. flags.Select(flag => new FlagFact(Day(flag.OpenedAt), flag.Outcome, [.. health[flag.AccountId]], flag.RenewalOn))], Day(clock.GetUtcNow())),
            examples);
    }

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}

/// <param name="ClosedOn">With no outcome: taken back, since what was heard later no longer carried it.</param>
public sealed record FlagRow(
    Guid Id, Guid AccountId, string Account, FlagKind Kind, DateOnly OpenedOn, string? Owner, DateOnly? Due, FlagOutcome? Outcome, DateOnly? ClosedOn)
{
    public bool IsOpen => ClosedOn is null;
    public string State => IsOpen ? "open" : Outcome is { } outcome ? Say.Outcome(outcome) : "taken back";
}

/// <summary>A leader's example of what should, or should not, have been flagged.</summary>
public sealed record ExampleRow(Guid Id, Guid AccountId, string Account, FlagExpectation Expected, DateOnly AsOf, string SaidBy);
