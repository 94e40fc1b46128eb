using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Privacy;

namespace InterviewAgent.Benchmarks.Insights;

/// <summary>One analysed interview of one person as the analysis leaves it: turns, findings with quotes and the search index, readings, sentiments.</summary>
internal sealed class InterviewRows(StoredRows rows, Guid account, Guid person)
{
    /// <param name="visibility">What the person chose for all of it.</param>
    /// <param name="keeps">The sentence of the first finding is kept to totals.</param>
    public void Add(
        Guid checkIn, SaidInterview what, Role role, Checkpoint checkpoint, DateOnly day, Visibility visibility = Visibility.AccountOnly, bool keeps = false)
    {
        var interview = Guid.CreateVersion7();
        var at = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Ticks;
        var coded = what.For(role, checkpoint);
        rows.Insert("Interviews", ("Id", interview), ("CheckInId", checkIn), ("AccountId", account), ("RespondentId", person), ("Checkpoint", checkpoint.ToString()),
            ("HeldOn", day), ("Origin", "Held"), ("Channel", "web"), ("Language", "en"), ("Seed", 1), ("Status", "Analysed"), ("Visibility", visibility.ToString()), ("AnalysedAt", at),
            ("Sentiment", coded.Sentiment), ("Version", 1));
        var turns = what.Turns.ToDictionary(turn => turn.N, _ => Guid.CreateVersion7());
        foreach (var turn in what.Turns)
        {
            rows.Insert("Turns", ("Id", turns[turn.N]), ("InterviewId", interview), ("N", turn.N), ("Speaker", turn.Speaker.ToString()), ("Text", turn.Text), ("At", at));
        }
        Findings(interview, what, coded, turns);
        if (keeps && coded.Findings.SelectMany(finding => finding.Quotes).FirstOrDefault() is { } kept)
        {
            rows.Insert("VisibilityChoices", ("InterviewId", interview), ("TurnId", turns[kept.TurnN]), ("Start", kept.Start), ("Length", kept.Length), ("Visibility", nameof(Visibility.TotalsOnly)));
        }
        foreach (var reading in coded.Readings)
        {
            rows.Insert("Readings", ("Id", Guid.CreateVersion7()), ("AccountId", account), ("RespondentId", person), ("InterviewId", interview), ("Dimension", reading.Dimension.ToString()),
                ("Value", reading.Value), ("TurnId", reading.Quote is { } quote ? turns[quote.TurnN] : null), ("Start", reading.Quote?.Start ?? 0), ("Length", reading.Quote?.Length ?? 0));
        }
        foreach (var felt in coded.TurnSentiment)
        {
            rows.Insert("TurnSentiments", ("TurnId", turns[felt.TurnN]), ("InterviewId", interview), ("Value", felt.Value));
        }
    }

    private void Findings(Guid interview, SaidInterview what, CodedInterview coded, Dictionary<int, Guid> turns)
    {
        foreach (var finding in coded.Findings)
        {
            var id = Guid.CreateVersion7();
            rows.Insert("Findings", ("Id", id), ("AccountId", account), ("RespondentId", person), ("InterviewId", interview), ("Kind", finding.Kind.ToString()), ("Code", finding.Code),
                ("Severity", finding.Severity), ("Status", finding.Status?.ToString()), ("Origin", "built-in"), ("Verified", finding.Quotes.Count > 0), ("Because", finding.Because), ("SetAside", false));
            foreach (var quote in finding.Quotes.DistinctBy(quote => (quote.TurnN, quote.Start)))
            {
                rows.Insert("Quote", ("FindingId", id), ("TurnId", turns[quote.TurnN]), ("Start", quote.Start), ("Length", quote.Length));
            }
        }
        var said = what.Turns.ToDictionary(turn => turn.N, turn => turn.Text);
        foreach (var quote in coded.Findings.SelectMany(found => found.Quotes).DistinctBy(quote => (quote.TurnN, quote.Start, quote.Length)))
        {
            rows.Insert("SearchableQuotes", ("InterviewId", interview), ("AccountId", account), ("TurnId", turns[quote.TurnN]), ("Start", quote.Start), ("Length", quote.Length),
                ("Words", said[quote.TurnN].Substring(quote.Start, quote.Length)));
        }
    }
}
