namespace InterviewAgent.Privacy;

/// <summary>Whoever looks at respondents' words from outside. The respondent's own view of their conversation is not a viewer's.</summary>
/// <param name="Who">Sign-in name, for the audit.</param>
public sealed record Viewer(string Who, ViewerRole Role)
{
    /// <summary>Researchers read masked transcripts: no name of anybody, whatever was allowed.</summary>
    internal bool MaySeeNames => Role != ViewerRole.Researcher;
}

public enum ViewerRole { Leader, Manager, Researcher, Admin }
