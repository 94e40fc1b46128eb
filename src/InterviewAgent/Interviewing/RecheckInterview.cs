using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Storage;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing;

/// <summary>
/// Puts every turn that was shown through the gate once more, each with what was known when it was shown, and says which
/// rules it breaks. It reads the store alone, so it also holds for interviews of yesterday's version.
/// </summary>
public sealed class RecheckInterview
{
    private readonly InterviewAgentDb db;
    private readonly GuideLibrary guides;
    private readonly NeutralityGate gate;
    private readonly InterviewingOptions options;

    internal RecheckInterview(InterviewAgentDb db, GuideLibrary guides, NeutralityGate gate, IOptions<InterviewingOptions> options) =>
        (this.db, this.guides, this.gate, this.options) = (db, guides, gate, options.Value);

    /// <summary>One entry per blocking breach; empty when nothing that was shown breaks a rule.</summary>
    public async Task<IReadOnlyList<ShownBreach>> Run(Guid interviewId, CancellationToken cancellation = default)
    {
        var held = await HeldInterview.Load(db, interviewId, cancellation);
        var guide = guides.For(held.Respondent.Role, held.Interview.Checkpoint);
        var situation = held.Situation(options, guide);
        List<ShownBreach> breaches = [];
        foreach (var turn in held.Interview.Turns.Where(turn => turn.Speaker == Speaker.Interviewer))
        {
            var before = InterviewState.Of(held.Interview.Turns.Where(earlier => earlier.N < turn.N));
            var move = new Move(turn.Move ?? MoveKind.CoreQuestion, Topic: turn.Topic, Question: turn.Question);
            var verdict = gate.Check(turn.Text, DraftReply.Context(guide, move, before, situation));
            breaches.AddRange(verdict.Breaches.Where(breach => breach.Severity == RuleSeverity.Blocks)
                .Select(breach => new ShownBreach(turn.N, move.Kind, breach.Rule, breach.Why, turn.Text)));
        }
        return breaches;
    }
}

/// <summary>A shown turn that breaks a blocking rule; <paramref name="Text"/> is the interviewer's, which may quote eight words.</summary>
public sealed record ShownBreach(int TurnN, MoveKind Move, string Rule, string Why, string Text);
