using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No evaluation, praise, agreement, or sympathy that judges.</summary>
internal sealed class R05NoEvaluation : IRule
{
    private static readonly string[] Concerns = ["evaluation", "agreement", "sympathy"];

    public string Id => "R5";

    public IEnumerable<Breach> Check(DraftReading draft) => Concerns.SelectMany(concern => draft.Matches(concern)
        .Select(found => draft.Breach(Id, RuleSeverity.Blocks, $"{concern}: \"{draft.Words(found)}\"", found.First, found.End)));
}
