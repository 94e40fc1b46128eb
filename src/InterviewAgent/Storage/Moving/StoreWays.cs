namespace InterviewAgent.Storage.Moving;

/// <summary>What copying, backup and verification need to know of a provider. The connection is the context's, and open.</summary>
internal abstract class StoreWays
{
    /// <summary>Where the store is, by which a copy that was broken off is known again; no secret is in it.</summary>
    public abstract string Place { get; }

    /// <summary>Counts the tables of a name, which stands for {0}.</summary>
    public abstract string CountTables { get; }

    /// <summary>The column of this table that only this provider has.</summary>
    public virtual DerivedColumn? Derived(string table) => null;

    /// <summary>A list of ids as this provider takes it.</summary>
    public abstract object ListOf(Guid[] ids);

    /// <summary>Who else works on the store, in a few words; null: nobody that can be seen.</summary>
    public abstract Task<string?> UsedBy(CancellationToken cancellation);

    /// <summary>Nobody writes until this is disposed of.</summary>
    public abstract Task<IAsyncDisposable> HoldStill(CancellationToken cancellation);

    /// <summary>All that is read until this is disposed of is of one moment; others go on writing.</summary>
    public abstract Task<IAsyncDisposable> Snapshot(CancellationToken cancellation);

    /// <summary>Rows came with numbers of their own: the next one that the store makes is greater.</summary>
    public virtual Task AfterFilling(CancellationToken cancellation) => Task.CompletedTask;
}
