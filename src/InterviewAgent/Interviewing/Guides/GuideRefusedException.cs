namespace InterviewAgent.Interviewing.Guides;

/// <summary>A guide that cannot be used: each entry names file, line, rule and reason.</summary>
public sealed class GuideRefusedException : Exception
{
    public GuideRefusedException(IReadOnlyList<string> problems, Exception? inner = null)
        : base("The guide is refused:" + string.Concat(problems.Select(problem => Environment.NewLine + "  " + problem)), inner) =>
        Problems = problems;

    public IReadOnlyList<string> Problems { get; }
}
