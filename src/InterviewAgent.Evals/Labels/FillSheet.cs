using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Journeys;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Labels;

/// <summary>Every answer of journeys as a row to be coded; beside it what the built-in coder found, unless the sheet is blind.</summary>
public sealed class FillSheet(BuiltInCoder coder, bool blind)
{
    /// <exception cref="BadInputException">Names the line that is no journey.</exception>
    public IEnumerable<SheetRow> From(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).SelectMany(line => Rows(line.Item, line.Index + 1));
    }

    private List<SheetRow> Rows(string text, int line)
    {
        try
        {
            var journey = JourneyLine.Parse(text, line);
            var account = journey.Record["id"]?.ToString() ?? $"line-{line}";
            return [.. journey.Interviews().SelectMany(interview => Answers(account, interview.Transcript))];
        }
        catch (BadJourneyException bad)
        {
            throw new BadInputException($"line {line}", bad.Message, "Mend that journey; nothing was written.");
        }
    }

    private IEnumerable<SheetRow> Answers(string account, Transcript transcript)
    {
        var found = blind ? null : coder.Code(transcript).Findings
            .SelectMany(finding => finding.Quotes.Select(quote => (quote.TurnN, finding.Code))).Distinct().ToLookup(at => at.TurnN, at => at.Code);
        var question = "";
        foreach (var turn in transcript.Turns)
        {
            if (turn.Speaker == Speaker.Interviewer) question = turn.Text;
            else if (!string.IsNullOrWhiteSpace(turn.Text))
                yield return new SheetRow($"{account}/{transcript.Id}#{turn.N}", account, question, turn.Text, found is null ? [] : [.. found[turn.N]], Seen: false);
        }
    }
}
