using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Analysis;

/// <summary>Short interviews for tests, coded by the coder as it ships.</summary>
internal static class Interviews
{
    public static readonly BuiltInCoder Coder = BuiltInCoder.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    public static Transcript With(Role role, Checkpoint checkpoint, params (string Question, string Answer)[] said) =>
        new("t", role, checkpoint, [.. said.SelectMany((pair, i) => new[]
        {
            new TranscriptTurn(2 * i + 1, Speaker.Interviewer, pair.Question),
            new TranscriptTurn(2 * i + 2, Speaker.Participant, pair.Answer),
        })]);

    public static CodedInterview Code(string question, string answer, Role role = Role.EndUser, Checkpoint checkpoint = Checkpoint.Day60) =>
        Coder.Code(With(role, checkpoint, (question, answer)));

    public static bool Has(this CodedInterview coded, string code) => coded.Findings.Any(finding => finding.Code == code);
}
