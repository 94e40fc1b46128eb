using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing;

/// <summary>
/// What another prompts folder would have asked in an interview that was held: each message is put to its engine with the turns
/// that really came before it. The store is only read.
/// </summary>
public sealed class ReplayInterview
{
    private readonly InterviewAgentDb db;
    private readonly GuideLibrary guides;
    private readonly ReadIntent intents;
    private readonly AssessAnswer assess;
    private readonly DraftReply drafts;
    private readonly InterviewingOptions options;

    private ReplayInterview(InterviewAgentDb db, GuideLibrary guides, ReadIntent intents, AssessAnswer assess, DraftReply drafts, InterviewingOptions options) =>
        (this.db, this.guides, this.intents, this.assess, this.drafts, this.options) = (db, guides, intents, assess, drafts, options);

    /// <exception cref="GuideRefusedException">A guide of the folder breaks the policy.</exception>
    public static ReplayInterview With(string promptsFolder, InterviewAgentDb db, IOptions<InterviewingOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var gate = NeutralityGate.Load(promptsFolder);
        return new ReplayInterview(db, GuideLibrary.Load(promptsFolder, gate),
            new ReadIntent(IntentLexicon.Load(promptsFolder), LanguageDetector.Load(promptsFolder)), AssessAnswer.Load(promptsFolder), new DraftReply(gate), options.Value);
    }

    /// <summary>Interviews that were held here and have ended, newest first.</summary>
    public Task<List<Guid>> Newest(int most, CancellationToken cancellation = default) =>
        db.Interviews.AsNoTracking().Where(held => held.Origin == InterviewOrigin.Held
                && (held.Status == InterviewStatus.Analysed || held.Status == InterviewStatus.AwaitingAnalysis || held.Status == InterviewStatus.BrokenOff))
            .OrderByDescending(held => held.Id).Select(held => held.Id).Take(most).ToListAsync(cancellation);

    /// <summary>
    /// Each answer to a question, with the question that came after it and the one that would have come. From the read-back on nothing
    /// is replayed: it shows the respondent's own sentences.
    /// </summary>
    public async Task<IReadOnlyList<ReplayedTurn>> Run(Guid interviewId, CancellationToken cancellation = default)
    {
        var held = await HeldInterview.Load(db, interviewId, cancellation);
        var guide = guides.For(held.Respondent.Role, held.Interview.Checkpoint);
        var situation = held.Situation(options, guide);
        var turns = held.Interview.Turns.OrderBy(turn => turn.N).ToList();
        List<ReplayedTurn> replayed = [];
        foreach (var heard in turns.Where(turn => turn.Speaker == Speaker.Participant))
        {
            if (turns.Find(turn => turn.N > heard.N && turn.Speaker == Speaker.Interviewer) is not { Move: { } asked } next)
                continue;
            var before = InterviewState.Of(turns.Where(turn => turn.N < heard.N));
            if (before.LastMove is MoveKind.ReadBack or MoveKind.AskChange)
                break;
            var read = new Turn
            {
                Id = heard.Id, N = heard.N, Speaker = Speaker.Participant, Text = heard.Text, At = heard.At, Topic = heard.Topic, Question = heard.Question,
                Intent = intents.Of(heard.Text, before.Asked),
            };
            var state = InterviewState.Of(turns.Where(turn => turn.N < heard.N).Append(read));
            var move = ChooseMove.Choose(guide, state, assess.Of(heard.Text, held.Account.Respondents), options.Budget, held.Interview.Seed);
            if (move.Kind == MoveKind.ReadBack)
                continue;
            var made = drafts.Of(guide, move, state, situation, []);
            replayed.Add(new ReplayedTurn(heard.N, asked, move.Kind, made[^1].Source, [.. made[^1].Verdict.Breaches.Select(breach => breach.Rule).Distinct()])
            {
                Asked = next.Text, Would = made[^1].Text,
            });
        }
        return replayed;
    }
}

/// <summary>One answer and what followed it, then and now. The words are shown through Privacy, as they may repeat the respondent's.</summary>
/// <param name="N">Number of the respondent's turn.</param>
/// <param name="Source">"template", "twin" or "question": which draft was found clean.</param>
/// <param name="Rules">Rules that the draft breaks; empty when clean.</param>
public sealed record ReplayedTurn(int N, MoveKind AskedMove, MoveKind WouldMove, string Source, IReadOnlyList<string> Rules)
{
    internal string Asked { get; init; } = "";
    internal string Would { get; init; } = "";
}
