using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Tests.Interviewing.Moves;

/// <summary>An interview without a store: what is heard goes in with its intent, the move that was chosen stands in <see cref="Moves"/>.</summary>
internal sealed class PureInterview
{
    private static readonly GuideLibrary Guides = GuideLibrary.Load(Prompts.Folder, NeutralityGate.Load(Prompts.Folder));
    private static readonly AssessAnswer Assess = AssessAnswer.Load(Prompts.Folder);
    private static readonly Slots Slots = new("Rotara", "the weekly plan", "Contoso", "Ana Reis", 8, 5, 4);
    private readonly List<Turn> turns = [];
    private readonly Guide guide;
    private readonly int seed;
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public PureInterview(int seed = 0, Phase phase = Phase.Early, Side side = Side.User)
    {
        (guide, this.seed) = (Guides.For(side, phase), seed);
        Show(new Move(MoveKind.AskConsent, "consent", Question: "consent"));
    }

    public static Budget Budget { get; } = new();
    public List<Move> Moves { get; } = [];
    public List<string> Texts { get; } = [];
    public InterviewState State => InterviewState.Of(turns);
    public Guide Guide => guide;

    public Move Hear(Intent intent, string text = "We plan it on paper.", int seconds = 20)
    {
        now += TimeSpan.FromSeconds(seconds);
        turns.Add(new Turn
        {
            N = turns.Count + 1, Speaker = Speaker.Participant, Text = text, At = now, Intent = intent,
            Topic = State.Pending?.Topic, Question = State.Pending?.Question,
        });
        var move = ChooseMove.Choose(guide, State, Assess.Of(text, []), Budget, seed);
        Show(move);
        return move;
    }

    private void Show(Move move)
    {
        var text = FillTemplate.Words(guide, move, State.Pending, Slots, [], twin: false);
        turns.Add(new Turn
        {
            N = turns.Count + 1, Speaker = Speaker.Interviewer, Text = text, At = now, Move = move.Kind, Topic = move.Topic, Question = move.Question,
        });
        Moves.Add(move);
        Texts.Add(text);
    }
}
