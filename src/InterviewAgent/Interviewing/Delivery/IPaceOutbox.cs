namespace InterviewAgent.Interviewing.Delivery;

/// <summary>How fast a channel may be written to. Asked for each message that is about to be claimed, in the order of the queue.</summary>
public interface IPaceOutbox
{
    /// <summary>Tenants that take no message now that answers nobody: their queues are not even looked at.</summary>
    IReadOnlyCollection<string> FullTenants { get; }

    /// <summary>True: one more message that answers nobody may go to this tenant, and it is counted.</summary>
    bool TenantTakesOne(string tenant);

    /// <summary>Zero: one more message may go to this conversation, and it is counted. Else how long it must rest first.</summary>
    TimeSpan Rest(Guid conversation);
}
