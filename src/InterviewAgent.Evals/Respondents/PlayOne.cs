using InterviewAgent.Accounts;
using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Evals.Simulations;
using InterviewAgent.Evals.Transcripts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Respondents;

/// <summary>One interview with a persona, and what is counted of it.</summary>
/// <param name="Interviewer">Its turns, the read-back apart: that is a form, and shows the respondent's own sentences.</param>
/// <param name="Told">Planted facts that came out.</param>
/// <param name="AfterDecline">Probes straight after a refusal.</param>
/// <param name="ReAsks">Questions that ask an earlier one again: four words in five the same.</param>
/// <param name="Core">Core questions asked.</param>
/// <param name="Ended">The interview came to its end.</param>
internal sealed record PlayedInterview(
    string Persona, IReadOnlyList<TurnMeasure> Interviewer, IReadOnlyList<string> Unclean, long ParticipantWords, IReadOnlyCollection<string> Told,
    int Core, int Probes, int Declines, int AfterDecline, int ReAsks, bool Ended, bool Adaptive)
{
    /// <summary>What was said, in order; the read-back is in it.</summary>
    internal IReadOnlyList<SpokenTurn> Turns { get; init; } = [];

    /// <summary>Which of them a decoy slanted.</summary>
    internal IReadOnlyList<int> Slanted { get; init; } = [];
}

internal static class PlayOne
{
    private const int MostMessages = 60;

    internal static async Task<PlayedInterview> Run(
        Rehearsal rehearsal, SimulatedClock clock, Persona persona, QuestionReading reading, int number, bool adaptive, CancellationToken cancellation,
        HeardSlanted? decoy = null, short again = 0, Func<Persona, IPlayPersona>? by = null)
    {
        // The same number is the same person with the same dice, with and without probes.
        var random = new Random(number);
        var player = by?.Invoke(persona) ?? new PlayedPersona(persona, reading, random);
        var checkIn = new Guid(number, again, 0, BitConverter.GetBytes(new Random(number).NextInt64())); // Its last bytes are the interview's seed.
        var opened = await rehearsal.Begin(
            new Rehearsed(persona.Role, (Checkpoint)random.Next(5), "Account", persona.Product, persona.Task, checkIn), cancellation);
        var reply = opened.Current;
        List<Reply> turns = [reply];
        List<SpokenTurn> spoken = [new(Speaker.Interviewer, reply.Text)];
        List<string> asked = [];
        List<int> slanted = [];
        int probes = 0, declines = 0, afterDecline = 0, reAsks = 0;
        long words = 0;
        for (var sent = 0; !reply.Offer.Ended && sent < MostMessages; sent++)
        {
            var asks = reply.Move is MoveKind.CoreQuestion or MoveKind.Probe or MoveKind.QuoteProbe;
            if (asks)
            {
                if (asked.Exists(earlier => Alike(earlier, reply.Text))) reAsks++;
                asked.Add(reply.Text);
            }
            var heard = decoy is null || !asks ? reply : reply with { Text = decoy.Slant(reply.Text) };
            if (heard != reply)
            {
                slanted.Add(spoken.Count - 1);
                spoken[^1] = new(Speaker.Interviewer, heard.Text);
            }
            var answer = player.Hear(heard);
            if (heard != reply && !player.Declined) answer = decoy!.Answer(answer);
            words += MeasureTurn.Words(answer);
            clock.Advance(TimeSpan.FromSeconds(20));
            reply = await rehearsal.Say(opened.InterviewId, new IncomingMessage($"{number}-{sent}", answer), cancellation);
            turns.Add(reply);
            spoken.AddRange([new(Speaker.Participant, answer), new(Speaker.Interviewer, reply.Text)]);
            var probe = reply.Move is MoveKind.Probe or MoveKind.QuoteProbe;
            (probes, declines) = (probes + (probe ? 1 : 0), declines + (player.Declined ? 1 : 0));
            if (probe && player.Declined) afterDecline++;
        }
        var measured = turns.Where(turn => turn.Move != MoveKind.ReadBack).Select(turn => (turn.Text, Measure: MeasureTurn.Of(turn.Text))).ToList();
        return new PlayedInterview(persona.Name, [.. measured.Select(turn => turn.Measure)],
            [.. measured.Skip(1).SkipLast(1).Where(turn => !turn.Measure.StrictClean).Select(turn => turn.Text)],
            words, player.Told, asked.Count - probes, probes, declines, afterDecline, reAsks, reply.Offer.Ended, adaptive) { Turns = spoken, Slanted = slanted };
    }

    private static bool Alike(string one, string other)
    {
        var (first, second) = (QuestionReading.Words(one), QuestionReading.Words(other));
        return first.Intersect(second).Count() >= 0.8 * first.Union(second).Count();
    }
}
