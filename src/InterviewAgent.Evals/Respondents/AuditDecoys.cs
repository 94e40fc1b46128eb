using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Simulations;
using InterviewAgent.Evals.Statistics;
using InterviewAgent.Evals.Transcripts;
using InterviewAgent.Interviewing;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Evals.Respondents;

/// <summary>
/// How far slanted wordings move what is read of the same people: each interview is held neutrally and once more for each decoy, with the same
/// dice, on the real engine; what is heard is slanted on its way to the respondent. A respondent who never gives way shows what the words of the
/// interviewer alone do to the coder; one who gives way, what they do to the answers.
/// </summary>
/// <param name="givesWay">The share of slanted questions to which a respondent gives way: an assumption, not a measurement.</param>
public sealed class AuditDecoys(IConfiguration settings, string prompts, IReadOnlyList<Persona> personas, QuestionReading reading, IReadOnlyList<Decoy> decoys, double givesWay)
{
    private readonly BuiltInCoder coder = BuiltInCoder.Load(prompts);
    private readonly NeutralityGate gate = NeutralityGate.Load(prompts);

    public async Task<DecoyReport> Run(int each, int seed, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(each, 1);
        var clock = new SimulatedClock();
        await using var rehearsal = await Rehearsal.Open(settings, clock, prompts, cancellation);
        List<(string Persona, Read Neutral, Read[] Unmoved, Read[] Moved)> read = [];
        var (held, all) = (0, personas.Count * each * (1 + 2 * decoys.Count));
        for (var number = 0; number < personas.Count * each; number++)
        {
            var persona = personas[number % personas.Count];
            async Task<Read> Hold(Decoy? decoy, double share, short again)
            {
                // Its own check-in for every playing, and the same dice for the person.
                var dice = unchecked(seed * 486_187_739 + number) & int.MaxValue;
                var played = await PlayOne.Run(rehearsal, clock, persona, reading, dice, true, cancellation, decoy is null ? null : new HeardSlanted(decoy, share, dice), again);
                progress?.Invoke(++held, all);
                return Of(played, persona, decoy is not null);
            }
            var neutral = await Hold(null, 0, 0);
            var (unmoved, moved) = (new Read[decoys.Count], new Read[decoys.Count]);
            for (var i = 0; i < decoys.Count; i++) (unmoved[i], moved[i]) = (await Hold(decoys[i], 0, (short)(2 * i + 1)), await Hold(decoys[i], givesWay, (short)(2 * i + 2)));
            read.Add((persona.Name, neutral, unmoved, moved));
        }
        return new DecoyReport(Runs.HashFiles.Of(prompts), givesWay, read.Count, [.. decoys.Select((decoy, i) => new DecoyRow(
            decoy.Id, decoy.Leans, read.Sum(one => one.Unmoved[i].Slanted), read.Sum(one => one.Unmoved[i].Stopped),
            Shift(read.Select(one => (one.Persona, one.Neutral, one.Unmoved[i]))), Shift(read.Select(one => (one.Persona, one.Neutral, one.Moved[i])))))]);
    }

    private static ReadingShift Shift(IEnumerable<(string Persona, Read Neutral, Read Slanted)> pairs)
    {
        var all = pairs.ToList();
        ClusterDifference Of(Func<Read, double> value) => ClusterDifference.Of(all.ConvertAll(pair => new PairedScore(pair.Persona, value(pair.Neutral), value(pair.Slanted))));
        return new ReadingShift(Of(read => read.Tone), Of(read => read.Frictions), Of(read => read.Evidence), Of(read => read.Told));
    }

    private Read Of(PlayedInterview played, Persona persona, bool slanted)
    {
        var coded = coder.Code(new Transcript(played.Persona, persona.Role, Checkpoint.Day60, [.. played.Turns.Select((turn, i) => new TranscriptTurn(i + 1, turn.Speaker, turn.Text))]));
        int Count(params FindingKind[] kinds) => coded.Findings.Count(finding => kinds.Contains(finding.Kind));
        return new Read(
            coded.TurnSentiment.Select(turn => (double)turn.Value).DefaultIfEmpty(0).Average(), Count(FindingKind.Friction, FindingKind.Drift),
            Count(FindingKind.Evidence, FindingKind.Commitment), played.Told.Count / (double)persona.Facts, slanted ? played.Slanted.Count : 0,
            slanted ? played.Slanted.Count(turn => Blocks(played.Turns, turn)) : 0);
    }

    private bool Blocks(IReadOnlyList<SpokenTurn> turns, int at)
    {
        IReadOnlyList<string> Before(Speaker speaker) => [.. turns.Take(at).Where(turn => turn.Speaker == speaker).Select(turn => turn.Text)];
        return gate.Check(turns[at].Text, DraftContext.ForTranscript(Before(Speaker.Participant), Before(Speaker.Interviewer))).Blocks;
    }

    private sealed record Read(double Tone, double Frictions, double Evidence, double Told, int Slanted, int Stopped);
}
