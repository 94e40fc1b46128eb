using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Analysis;

/// <summary>
/// Codes the analysed interviews of an account once more from their transcripts. Where the built-in coder comes to the same, nothing is written;
/// where it does not, which is after it or a word list has changed, its findings are replaced. A model's findings stay: it is not asked again.
/// </summary>
public sealed class CodeAgain(CodeInterview code)
{
    /// <summary>How many interviews came to something else. Runs in the caller's transaction.</summary>
    internal async Task<int> Of(InterviewAgentDb db, Guid accountId, CancellationToken cancellationToken)
    {
        var interviews = await db.Interviews.Include(interview => interview.Turns)
            .Where(interview => interview.AccountId == accountId && interview.AnalysedAt != null
                && (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.BrokenOff)).ToListAsync(cancellationToken);
        var roles = await db.Respondents.Where(person => person.AccountId == accountId).ToDictionaryAsync(person => person.Id, person => person.Role, cancellationToken);
        var findings = (await db.Findings.AsNoTracking().Include(finding => finding.Quotes)
            .Where(finding => finding.AccountId == accountId && finding.Origin == FindingRows.BuiltIn).ToListAsync(cancellationToken)).ToLookup(finding => finding.InterviewId);
        var readings = (await db.Readings.AsNoTracking().Where(reading => reading.AccountId == accountId).ToListAsync(cancellationToken)).ToLookup(reading => reading.InterviewId);
        var held = interviews.ConvertAll(interview => interview.Id);
        var felt = (await db.TurnSentiments.AsNoTracking().Where(sentiment => held.Contains(sentiment.InterviewId)).ToListAsync(cancellationToken))
            .ToLookup(sentiment => sentiment.InterviewId);
        var differing = 0;
        foreach (var interview in interviews)
        {
            var coded = code(TranscriptOf.Interview(interview, roles[interview.RespondentId]));
            var setAside = findings[interview.Id].Any(finding => finding.SetAside);
            if (!IsSame(interview, coded, [.. findings[interview.Id]], [.. readings[interview.Id]])
                || !setAside && !FeelsSame(interview, coded, [.. felt[interview.Id]]))
            {
                differing++;
                await Replace(db, interview, coded, setAside, cancellationToken);
            }
        }
        return differing;
    }

    private static bool IsSame(Interview interview, CodedInterview coded, List<Finding> findings, List<Reading> readings)
    {
        var numbers = interview.Turns.ToDictionary(turn => turn.Id, turn => turn.N);
        return coded.Findings.Select(finding => Line(finding.Kind, finding.Code, finding.Severity, finding.Status, finding.Because,
                    finding.Quotes.DistinctBy(quote => (quote.TurnN, quote.Start)).Select(quote => (quote.TurnN, quote.Start, quote.Length))))
                .Order(StringComparer.Ordinal)
                .SequenceEqual(findings.Select(finding => Line(finding.Kind, finding.Code, finding.Severity, finding.Status, finding.Because,
                    finding.Quotes.Select(quote => (numbers[quote.TurnId], quote.Start, quote.Length)))).Order(StringComparer.Ordinal))
            && coded.Readings.Select(reading => FormattableString.Invariant($"{reading.Dimension} {reading.Value} {reading.Quote?.TurnN} {reading.Quote?.Start ?? 0} {reading.Quote?.Length ?? 0}"))
                .Order(StringComparer.Ordinal)
                .SequenceEqual(readings.Where(reading => reading.Value is not null).Select(reading => FormattableString.Invariant(
                    $"{reading.Dimension} {reading.Value} {(reading.TurnId is { } turn ? numbers[turn] : null)} {reading.Start} {reading.Length}")).Order(StringComparer.Ordinal));
    }

    private static bool FeelsSame(Interview interview, CodedInterview coded, List<TurnSentiment> felt)
    {
        var numbers = interview.Turns.ToDictionary(turn => turn.Id, turn => turn.N);
        return coded.TurnSentiment.Select(sentiment => (sentiment.TurnN, sentiment.Value)).Order()
            .SequenceEqual(felt.Select(sentiment => (numbers[sentiment.TurnId], sentiment.Value)).Order());
    }

    private static string Line(
        FindingKind kind, string code, int? severity, CommitmentStatus? status, string? because, IEnumerable<(int N, int Start, int Length)> quotes) =>
        FormattableString.Invariant($"{kind} {code} {severity} {status} {because} {string.Join(';', quotes.Order())}");

    private static async Task Replace(InterviewAgentDb db, Interview interview, CodedInterview coded, bool setAside, CancellationToken cancellationToken)
    {
        await db.Findings.Where(finding => finding.InterviewId == interview.Id && finding.Origin == FindingRows.BuiltIn).ExecuteDeleteAsync(cancellationToken);
        if (!setAside)
        {
            await db.SearchableQuotes.Where(quote => quote.InterviewId == interview.Id).ExecuteDeleteAsync(cancellationToken);
        }
        await db.Readings.Where(reading => reading.InterviewId == interview.Id).ExecuteDeleteAsync(cancellationToken);
        if (setAside)
        {
            FindingRows.AddFindings(db, interview, coded, FindingRows.BuiltIn, setAside);
            FindingRows.AddReadings(db, interview, coded);
        }
        else
        {
            await db.TurnSentiments.Where(sentiment => sentiment.InterviewId == interview.Id).ExecuteDeleteAsync(cancellationToken);
            FindingRows.Add(db, interview, coded);
        }
        interview.Version++;
        OutdatedAccount.Mark(db, interview.AccountId);
        await db.SaveChangesAsync(cancellationToken);
    }
}
