namespace InterviewAgent.Privacy.Staff;

/// <summary>Somebody who may sign in to the dashboard.</summary>
/// <param name="Who">The name under which everything done is audited.</param>
/// <param name="Owner">A manager's own name as it stands in the accounts' owner column: their accounts and no others are open to them.</param>
public sealed record StaffMember(string Who, ViewerRole Role, string? Owner = null)
{
    public const int LongestName = 100;

    /// <summary>As a reader of respondents' words. A manager without an owner's name owns no account.</summary>
    public Viewer Viewer => new(Who, Role) { Owner = Role == ViewerRole.Manager ? Owner ?? "" : null };
}
