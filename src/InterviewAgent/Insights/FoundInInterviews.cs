using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;

namespace InterviewAgent.Insights;

/// <summary>What was found in the interviews of some accounts, by interview, and which of it may be used.</summary>
internal sealed record FoundInInterviews(
    ILookup<Guid, Finding> Findings, ILookup<Guid, Reading> Readings, ILookup<Guid, TurnSentiment> Felt,
    IReadOnlyDictionary<Guid, int> TurnNumbers, UsableWords Usable)
{
    /// <summary>Null where all of an interview is kept to totals: it is not there.</summary>
    public HeardInterview? Heard(Interview interview, Role role)
    {
        HeardFinding[] findings = [.. Findings[interview.Id].Select(Heard).OfType<HeardFinding>().OrderBy(finding => finding.Id, StringComparer.Ordinal)];
        if (findings.Length == 0 && Usable.KeptInterviews.Contains(interview.Id))
        {
            return null;
        }
        HeardSentiment[] felt = [.. Felt[interview.Id].Where(sentiment => Usable.AllowsTurn(sentiment.TurnId))
            .Select(sentiment => new HeardSentiment(TurnNumbers.GetValueOrDefault(sentiment.TurnId), sentiment.Value))
            .OrderBy(sentiment => sentiment.TurnN)];
        return new HeardInterview(
            interview.Id.ToString(), interview.RespondentId.ToString(), role, interview.Checkpoint, interview.HeldOn,
            interview.Status == InterviewStatus.Analysed, findings,
            felt.Length == 0 ? 0 : (int)Math.Round(felt.Average(sentiment => sentiment.Value), MidpointRounding.AwayFromZero), felt,
            [.. Readings[interview.Id].Where(Allows).Select(reading => new HeardReading(
                reading.Dimension, reading.Value!.Value, reading.TurnId is { } turn ? TurnNumbers.GetValueOrDefault(turn) : null))
                .OrderBy(reading => reading.Dimension).ThenBy(reading => reading.TurnN).ThenBy(reading => reading.Value)]);
    }

    private HeardFinding? Heard(Finding finding)
    {
        int[] turns = [.. finding.Quotes.Where(quote => Usable.Allows(new WordSpan(quote.TurnId, quote.Start, quote.Length)))
            .Select(quote => TurnNumbers.GetValueOrDefault(quote.TurnId)).Distinct().Order()];
        return turns.Length == 0 ? null
            : new HeardFinding(finding.Id.ToString(), finding.Kind, finding.Code, finding.Severity, finding.Status, turns);
    }

    /// <summary>A mean over turns is used only where none of the interview is kept.</summary>
    private bool Allows(Reading reading) => reading.TurnId is { } turn
        ? Usable.Allows(new WordSpan(turn, reading.Start, reading.Length))
        : !Usable.KeptInterviews.Contains(reading.InterviewId) && Felt[reading.InterviewId].All(sentiment => Usable.AllowsTurn(sentiment.TurnId));
}
