using System.Text.Json;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Sets;

/// <summary>A labelled account journey: known codes, each resting on a quote that its turn holds word for word.</summary>
internal static class LintJourney
{
    internal static IEnumerable<string> Complaints(string line, Codebook codebook)
    {
        var journey = JsonSerializer.Deserialize<LabelledJourney>(line, JsonSerializerOptions.Web)!;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var interview in journey.Interviews ?? [])
        {
            if (!ids.Add(interview.Id)) yield return $"the interview {interview.Id} stands twice";
            var said = interview.Turns.Where(turn => turn.Speaker == Speaker.Participant).ToLookup(turn => turn.N, turn => turn.Text);
            foreach (var (kind, label) in interview.Gold?.All() ?? [])
            {
                if (!codebook.Has(label.Code)) yield return $"{interview.Id}: {label.Code} is not in the codebook";
                else if (codebook.KindOf(label.Code) is var real && real != kind)
                    yield return $"{interview.Id}: {label.Code} is {real} and stands under {kind}";
                if (label.Quotes is null or []) yield return $"{interview.Id}: {label.Code} rests on no quote";
                foreach (var quote in label.Quotes ?? [])
                    if (!said[quote.Turn].Any(text => text.Contains(quote.Text, StringComparison.Ordinal)))
                        yield return $"{interview.Id} turn {quote.Turn}: \"{quote.Text}\" was not said there";
            }
            foreach (var turn in interview.Gold?.Sentiment?.Turns ?? [])
                if (!said.Contains(turn.Turn)) yield return $"{interview.Id}: a sentiment for turn {turn.Turn}, which is no participant's";
        }
    }
}
