using System.Security.Claims;
using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Quotes;

/// <summary>The sentences about an account's promises, as this viewer may see them. Hidden ones are left out.</summary>
public sealed class PromiseQuotes(InterviewAgentDb db, ReadQuotes read)
{
    /// <summary>By turn and first character.</summary>
    public async Task<IReadOnlyDictionary<(Guid, int), QuotedTurn>> Of(
        ClaimsPrincipal user, IEnumerable<PromiseLine> lines, CancellationToken cancellationToken)
    {
        WordSpan[] spans = [.. lines.SelectMany(line => line.Buyer.Said.Concat(line.User.Said))
            .Select(word => new WordSpan(word.TurnId, word.Start, word.Length)).Distinct()];
        Guid[] turns = [.. spans.Select(span => span.TurnId).Distinct()];
        var places = await (
            from turn in db.Turns.AsNoTracking()
            join interview in db.Interviews on turn.InterviewId equals interview.Id
            where turns.Contains(turn.Id)
            select new { turn.Id, turn.N, InterviewId = interview.Id, interview.Checkpoint }).ToDictionaryAsync(turn => turn.Id, cancellationToken);
        var shown = await read.Read(FindingQuotes.ViewerOf(user), spans, cancellationToken);
        return spans.Zip(shown).Where(pair => pair.Second.Words is not null && places.ContainsKey(pair.First.TurnId)).ToDictionary(
            pair => (pair.First.TurnId, pair.First.Start),
            pair => places[pair.First.TurnId] is var place
                ? new QuotedTurn(Guid.Empty, place.InterviewId, place.N, place.Checkpoint, pair.Second) : null!);
    }
}
