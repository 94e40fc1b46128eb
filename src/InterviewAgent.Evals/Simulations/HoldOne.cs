using InterviewAgent.Accounts;
using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Simulations;

/// <summary>One simulated interview from its first turn to its end, with every check.</summary>
internal static class HoldOne
{
    private const int MostMessages = 120; // Three times what the engine allows.
    private static readonly string?[] Products = ["Rotara", null, "the Great Ledger", "Benchline 2.0 (EU)", "<b>Acme</b>"];
    private static readonly string?[] Tasks = ["the weekly plan", null, "invoice approval", "problem solving and reporting, e.g. \"P1\""];

    internal static async Task<SimulatedInterview> Run(
        Rehearsal rehearsal, SimulatedClock clock, Random random, IReadOnlyList<string> answers, int number, CancellationToken cancellation)
    {
        List<string> sent = [], faults = [];
        Guid interviewId = default;
        var last = "none";
        try
        {
            var checkIn = new Guid(number, 0, 0, BitConverter.GetBytes(random.NextInt64()));
            var person = new Rehearsed((Role)random.Next(5), (Checkpoint)random.Next(5), "Account " + number,
                Products[random.Next(Products.Length)], Tasks[random.Next(Tasks.Length)], checkIn);
            var opened = await rehearsal.Begin(person, cancellation);
            interviewId = opened.InterviewId;
            var respondent = new SimulatedRespondent(random, answers);
            var reply = opened.Current;
            while (!reply.Offer.Ended && sent.Count < MostMessages)
            {
                clock.Advance(TimeSpan.FromSeconds(random.Next(2, 100)));
                if (random.Next(40) == 0)
                    reply = (await rehearsal.Return(checkIn, cancellation)).Current;
                var message = new IncomingMessage($"{number}-{sent.Count}", respondent.Next(reply));
                sent.Add(message.Text);
                reply = await rehearsal.Say(interviewId, message, cancellation);
                if (random.Next(25) == 0)
                    CheckRepeat(reply, await rehearsal.Say(interviewId, message, cancellation), number, faults);
            }
            last = reply.Move.ToString().ToLowerInvariant();
            if (!reply.Offer.Ended)
                faults.Add($"interview {number} did not end");
        }
#pragma warning disable CA1031 // What the engine throws is what this looks for; it is reported, and fails the run.
        catch (Exception thrown) when (thrown is not OperationCanceledException)
#pragma warning restore CA1031
        {
            faults.Add($"interview {number}: {thrown.GetType().Name}: {thrown.Message}");
            return new SimulatedInterview(sent.Count, 0, 0, "fault", [], faults);
        }
        return await Check(rehearsal, interviewId, number, sent, faults, last, cancellation);
    }

    private static void CheckRepeat(Reply first, Reply again, int number, List<string> faults)
    {
        if (first.Move != MoveKind.Deleted && (!again.Repeated || again.TurnN != first.TurnN || again.Text != first.Text))
            faults.Add($"interview {number}: a repeated message was answered otherwise");
    }

    private static async Task<SimulatedInterview> Check(
        Rehearsal rehearsal, Guid interviewId, int number, List<string> sent, List<string> faults, string ending, CancellationToken cancellation)
    {
        var turns = await rehearsal.Read(interviewId, cancellation);
        var stored = turns.Where(turn => turn.Speaker == Speaker.Participant).Select(turn => turn.Text).ToList();
        if (ending == "deleted" ? stored.Count != 0 : !AsSent(stored, sent))
            faults.Add($"interview {number}: {sent.Count} answers were sent and {stored.Count} are stored, or they differ");
        var probes = turns.Count(turn => turn.Move is MoveKind.Probe or MoveKind.QuoteProbe);
        return new SimulatedInterview(
            sent.Count, turns.Count - stored.Count, probes, ending, await rehearsal.Recheck(interviewId, cancellation), faults)
        {
            Measures = [.. turns.Where(turn => turn.Speaker == Speaker.Interviewer).Select(turn => MeasureTurn.Of(turn.Text))],
            WordsSaid = stored.Sum(text => (long)MeasureTurn.Words(text)),
        };
    }

    /// <summary>As they were sent; only where a sentence was chosen for deletion, marks may stand in its place.</summary>
    private static bool AsSent(List<string> stored, List<string> sent)
    {
        var deleting = sent.Exists(text => text.Contains("take out", StringComparison.Ordinal) || text.Contains("delete", StringComparison.OrdinalIgnoreCase));
        return stored.Count == sent.Count && stored.Zip(sent).All(pair => pair.First.Length == pair.Second.Length
            && pair.First.Zip(pair.Second.Replace('\0', '\uFFFD')).All(at => at.First == at.Second || deleting && at.First == '█'));
    }
}
