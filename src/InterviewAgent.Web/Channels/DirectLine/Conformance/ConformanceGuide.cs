using System.Collections.Concurrent;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Web.Channels.DirectLine.Conformance;

/// <summary>
/// What clients of the protocol are tried against without an invitation: it repeats what is written and shows a card on the word
/// "card". In memory only; no account, no interview and no insight knows of it.
/// </summary>
internal sealed class ConformanceGuide(Streams streams, TimeProvider clock) : ITalk
{
    private const int MostConversations = 10_000;
    private const int MostTurns = 500;
    private readonly ConcurrentDictionary<Guid, List<OwnTurn>> talks = [];

    public static Visitor NewVisitor(string? user) => new(Guid.Empty, Guid.CreateVersion7(), user ?? Visitor.NewDevice(), FirstTurn: 1, Trusted: true);

    public bool Knows(Guid conversation) => talks.ContainsKey(conversation);

    public Task<bool> IsOpen(Visitor visitor, CancellationToken cancellation) => Task.FromResult(true);

    public Task<SeenConversation> Seen(Visitor visitor, CancellationToken cancellation)
    {
        if (!talks.TryGetValue(visitor.CheckInId, out var turns))
        {
            return Task.FromResult(new SeenConversation(null, [], 0, false));
        }

        lock (turns)
        {
            return Task.FromResult(new SeenConversation(visitor.CheckInId, [.. turns], turns.Count, false));
        }
    }

    public Task<bool> Begin(Visitor visitor, CancellationToken cancellation)
    {
        List<OwnTurn> turns = [];
        Ask(turns, "This is a conformance guide. It repeats what you write, and nothing is stored.", "Hello");
        var began = talks.Count < MostConversations && talks.TryAdd(visitor.CheckInId, turns);
        streams.Wake(visitor.CheckInId);
        return Task.FromResult(began);
    }

    public Task<int?> Take(Visitor visitor, IncomingMessage message)
    {
        if (!talks.TryGetValue(visitor.CheckInId, out var turns))
        {
            return Task.FromResult<int?>(null);
        }

        int? at;
        lock (turns)
        {
            at = turns.Find(turn => turn.MessageId == message.MessageId)?.N;
            if (at is null && turns.Count < MostTurns)
            {
                at = Add(turns, new(turns.Count + 1, Speaker.Participant, message.Text, clock.GetUtcNow(), null, message.MessageId, message.Envelope, null));
                Answer(turns, message);
            }
        }

        streams.Wake(visitor.CheckInId);
        return Task.FromResult<int?>(at ?? 0);
    }

    private void Answer(List<OwnTurn> turns, IncomingMessage message)
    {
        if (message.Text.Trim().Equals("card", StringComparison.OrdinalIgnoreCase))
        {
            var said = turns.Where(turn => turn.Speaker == Speaker.Participant).TakeLast(2)
                .Select((turn, index) => new ReadBackSentence(index + 1, turn.N, 0, turn.Text.Length, turn.Text));
            Ask(turns, "Who may see these?", [.. said]);
        }
        else
        {
            Ask(turns, message.Choices is null ? $"You wrote: {message.Text}" : "Your choice has arrived.");
        }
    }

    private void Ask(List<OwnTurn> turns, string text, params string[] actions) => Ask(turns, text, new Offer(actions, [], false, 0));

    private void Ask(List<OwnTurn> turns, string text, IReadOnlyList<ReadBackSentence> sentences) => Ask(turns, text, new Offer([], sentences, false, 0));

    private void Ask(List<OwnTurn> turns, string text, Offer offer) =>
        Add(turns, new(turns.Count + 1, Speaker.Interviewer, text, clock.GetUtcNow(), offer, null, null, MoveKind.CoreQuestion));

    private static int Add(List<OwnTurn> turns, OwnTurn turn)
    {
        turns.Add(turn);
        return turn.N;
    }
}
