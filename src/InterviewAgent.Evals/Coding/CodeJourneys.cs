using InterviewAgent.Analysis;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Evals.Coding;

/// <summary>A coder's findings on labelled journeys, in memory, in the shape the scorer takes.</summary>
public static class CodeJourneys
{
    public static LabelledJourney With(BuiltInCoder coder, LabelledJourney journey)
    {
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentNullException.ThrowIfNull(journey);
        return journey with
        {
            Gold = null,
            Interviews = [.. (journey.Interviews ?? []).Select(interview => interview with { Gold = null, Findings = Found(coder, interview) })],
        };
    }

    private static InterviewLabels Found(BuiltInCoder coder, LabelledInterview interview)
    {
        var transcript = interview.Transcript();
        var texts = transcript.Turns.ToDictionary(turn => turn.N, turn => turn.Text);
        var coded = coder.Code(transcript);
        var labels = coded.Findings.ToLookup(finding => finding.Kind, finding => new Label(finding.Code, finding.Severity, finding.Status,
            [.. finding.Quotes.Select(quote => new LabelQuote(quote.TurnN, texts[quote.TurnN].Substring(quote.Start, quote.Length)))]));
        return new InterviewLabels(
            [.. labels[FindingKind.Friction]], [.. labels[FindingKind.Drift]], [.. labels[FindingKind.Evidence]], [.. labels[FindingKind.Commitment]],
            new SentimentLabels(coded.Sentiment, [.. coded.TurnSentiment.Select(turn => new TurnLabel(turn.TurnN, turn.Value))]));
    }
}
