using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>
/// A statement that stands alone (a query, a save, an update) is tried again when PostgreSQL was only restarting, or took another one
/// first. Every id is made by the process, so that a save whose outcome stayed unknown is not stored twice. Inside a transaction nothing is
/// repeated: there the whole is, by who began it.
/// </summary>
internal sealed class RepeatStatements(ExecutionStrategyDependencies dependencies)
    : ExecutionStrategy(dependencies, MaxRetryCount, TimeSpan.FromSeconds(3))
{
    private new const int MaxRetryCount = 8;

    // Said to EF, this would forbid transactions that the product begins itself. Nor may the context be asked here: EF asks while it is being built.
    public override bool RetriesOnFailure => false;

    protected override bool ShouldRetryOn(Exception exception) =>
        StoreFailure.IsPassing(exception) && Dependencies.CurrentContext.Context.Database.CurrentTransaction is null;
}
