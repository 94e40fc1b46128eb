namespace InterviewAgent;

/// <summary>
/// Something that came in cannot be used. The message is for the person who can mend it: where, what, and what to do.
/// The command line answers with exit code 2, HTTP with problem details.
/// </summary>
/// <param name="place">File with line and column, setting or argument: "accounts.csv, line 4, column role".</param>
/// <param name="problem">A sentence without its full stop: "'boss' is not a role".</param>
/// <param name="mend">What to do about it: "Write buyer, sponsor, champion, admin or end-user.".</param>
public class BadInputException(string place, string problem, string mend) : Exception($"{place}: {problem}. {mend}")
{
    public string Place { get; } = place;
    public string Problem { get; } = problem;
    public string Mend { get; } = mend;
}
