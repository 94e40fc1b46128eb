using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Evals.Transcripts;

/// <summary>
/// Checks the interviewer of anybody's transcripts: the gate names rules turn by turn, the independent metric gives the shares. One
/// interview is in memory at a time.
/// </summary>
/// <param name="fixedTexts">The product's own fixed texts, which ask nothing and are held to their own rules.</param>
public sealed class CheckTranscripts(NeutralityGate gate, FixedTextMoves fixedTexts)
{
    private readonly SortedDictionary<int, long> rules = [];

    /// <summary>With the word lists and guides of a prompts folder.</summary>
    public static CheckTranscripts With(string promptsFolder)
    {
        var gate = NeutralityGate.Load(promptsFolder);
        return new CheckTranscripts(gate, new FixedTextMoves(GuideLibrary.Load(promptsFolder, gate)));
    }

    /// <summary>Shares over all that was checked so far.</summary>
    public NeutralitySummary Summary { get; } = new();

    /// <summary>Turns in which each rule was broken so far, first and last turns included.</summary>
    public IEnumerable<(string Rule, long Turns)> BrokenRules => rules.Select(rule => ($"R{rule.Key}", rule.Value));

    /// <summary>The interviewer turns of one line, checked; a bad line has none.</summary>
    public IReadOnlyList<CheckedTurn> Check(TranscriptLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Question is { } question)
        {
            var alone = CheckTurn(line.Id!, 1, question, [], []);
            Summary.AddAlone(alone.Measure);
            return [alone];
        }
        if (line.Turns is not { } turns)
        {
            return [];
        }
        List<string> said = [];
        List<string> shown = [];
        List<CheckedTurn> result = [];
        foreach (var (index, turn) in turns.Index())
        {
            if (turn.Speaker == Speaker.Interviewer)
            {
                result.Add(CheckTurn(line.Id!, index + 1, turn.Text, said, shown));
            }
            (turn.Speaker == Speaker.Interviewer ? shown : said).Add(turn.Text);
        }
        Summary.Add([.. result.Select(turn => turn.Measure)], said.Sum(text => (long)MeasureTurn.Words(text)));
        return result;
    }

    private CheckedTurn CheckTurn(string interview, int number, string text, List<string> said, List<string> shown)
    {
        var result = new CheckedTurn(
            interview, number, text, gate.Check(text, DraftContext.ForTranscript([.. said], [.. shown], fixedTexts.Of(text))), MeasureTurn.Of(text));
        foreach (var rule in result.Rules)
        {
            var id = int.Parse(rule.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
            rules[id] = rules.GetValueOrDefault(id) + 1;
        }
        return result;
    }
}
