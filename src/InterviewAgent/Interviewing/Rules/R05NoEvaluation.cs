using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No evaluation, praise, agreement, or sympathy that judges.</summary>
internal sealed class R05NoEvaluation : IRule
{
    private static readonly string[] Concerns = ["evaluation", "agreement", "sympathy"];

    public string Id => "R5";

    public IEnumerable<Breach> Check(DraftReading draft) => Concerns.SelectMany(concern => draft.Matches(concern).Where(found => concern != "evaluation" || !IsAskedAbout(draft, found))
        .Select(found => draft.Breach(Id, RuleSeverity.Blocks, $"{concern}: \"{draft.Words(found)}\"", found.First, found.End)));

    /// <summary>"What makes it so useful?" evaluates nothing; that it presupposes is R4's.</summary>
    private static bool IsAskedAbout(DraftReading draft, Span found) =>
        draft.Asks.Exists(ask => ask.Form is AskForm.Open or AskForm.Tell or AskForm.Closed && ask.First < found.First && found.End <= ask.End);
}
