using InterviewAgent.Interviewing;
using InterviewAgent.Privacy.Search;
using InterviewAgent.Storage;

namespace InterviewAgent.Analysis;

/// <summary>Writes what a coder found as rows, each quote on the turn it stands in.</summary>
internal static class FindingRows
{
    public const string BuiltIn = "built-in";

    /// <summary>All that the built-in coder found.</summary>
    public static void Add(InterviewAgentDb db, Interview interview, CodedInterview coded)
    {
        AddFindings(db, interview, coded, BuiltIn, setAside: false);
        AddSentiment(db, interview, coded);
        AddReadings(db, interview, coded);
    }

    public static void AddFindings(InterviewAgentDb db, Interview interview, CodedInterview coded, string origin, bool setAside)
    {
        var turns = interview.Turns.ToDictionary(turn => turn.N, turn => turn.Id);
        foreach (var found in coded.Findings)
        {
            Finding finding = new()
            {
                AccountId = interview.AccountId, RespondentId = interview.RespondentId, InterviewId = interview.Id, Kind = found.Kind,
                Code = found.Code, Severity = found.Severity, Status = found.Status, Origin = origin, Verified = found.Quotes.Count > 0,
                Because = found.Because, SetAside = setAside,
            };
            finding.Quotes.AddRange(found.Quotes.DistinctBy(quote => (quote.TurnN, quote.Start)).Select(quote => new Quote
            {
                FindingId = finding.Id, TurnId = turns[quote.TurnN], Start = quote.Start, Length = quote.Length,
            }));
            db.Findings.Add(finding);
        }

        if (setAside)
        {
            return;
        }

        var said = interview.Turns.ToDictionary(turn => turn.N, turn => turn.Text);
        db.SearchableQuotes.AddRange(coded.Findings.SelectMany(found => found.Quotes).DistinctBy(quote => (quote.TurnN, quote.Start, quote.Length))
            .Select(quote => new SearchableQuote
            {
                InterviewId = interview.Id, AccountId = interview.AccountId, TurnId = turns[quote.TurnN], Start = quote.Start, Length = quote.Length,
                Words = said[quote.TurnN].Substring(quote.Start, quote.Length),
            }));
    }

    public static void AddSentiment(InterviewAgentDb db, Interview interview, CodedInterview coded)
    {
        var turns = interview.Turns.ToDictionary(turn => turn.N, turn => turn.Id);
        db.TurnSentiments.AddRange(coded.TurnSentiment.Select(felt => new TurnSentiment
        {
            TurnId = turns[felt.TurnN], InterviewId = interview.Id, Value = felt.Value,
        }));
        interview.Sentiment = coded.Sentiment;
    }

    public static void AddReadings(InterviewAgentDb db, Interview interview, CodedInterview coded)
    {
        var turns = interview.Turns.ToDictionary(turn => turn.N, turn => turn.Id);
        db.Readings.AddRange(coded.Readings.Select(reading => new Reading
        {
            AccountId = interview.AccountId, RespondentId = interview.RespondentId, InterviewId = interview.Id,
            Dimension = reading.Dimension, Value = reading.Value,
            TurnId = reading.Quote is { } quote ? turns[quote.TurnN] : null,
            Start = reading.Quote?.Start ?? 0, Length = reading.Quote?.Length ?? 0,
        }));
    }
}
