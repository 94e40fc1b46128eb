using InterviewAgent.Accounts;

namespace InterviewAgent.Privacy;

/// <summary>Whoever looks at respondents' words from outside. The respondent's own view of their conversation is not a viewer's.</summary>
/// <param name="Who">Sign-in name, for the audit.</param>
public sealed record Viewer(string Who, ViewerRole Role)
{
    /// <summary>Accounts of this owner only; null: of all.</summary>
    public string? Owner { get; init; }

    /// <summary>The accounts that this viewer may know of. For anybody else's, a page answers as if there were no such account.</summary>
    public IQueryable<Account> Sees(IQueryable<Account> accounts) => Owner is null ? accounts : accounts.Where(account => account.Owner == Owner);

    /// <summary>Researchers read masked transcripts: no name of anybody, whatever was allowed.</summary>
    public bool MaySeeNames => Role != ViewerRole.Researcher;
}

public enum ViewerRole { Leader, Manager, Researcher, Admin }
