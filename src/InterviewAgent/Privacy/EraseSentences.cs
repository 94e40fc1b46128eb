using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// Removes the sentences that a respondent chose to delete, wherever they stand: in the answer, in the read-back, in a question
/// that quoted them, in drafts, and what was found in them. Their place is kept by as many marks, so that every other quote of the
/// answer stays where it is. Runs in the caller's transaction.
/// </summary>
public static class EraseSentences
{
    private const char Mark = '█';

    /// <param name="chosen">All choices of the interview; those that are not <see cref="Visibility.Delete"/> are left alone.</param>
    /// <param name="forAll">With <see cref="Visibility.Delete"/> everything goes that was not chosen otherwise, read back or not.</param>
    public static async Task Run(
        InterviewAgentDb db, Guid interviewId, IReadOnlyCollection<VisibilityChoice> chosen, Visibility forAll, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(chosen);
        var deleted = chosen.Where(choice => choice.Visibility == Visibility.Delete).ToList();
        if (deleted.Count == 0 && forAll != Visibility.Delete)
            return;
        var turns = await db.Turns.AsNoTracking().Where(turn => turn.InterviewId == interviewId).ToListAsync(cancellation);
        if (forAll == Visibility.Delete)
            deleted = [.. turns.Where(turn => turn.Speaker == Speaker.Participant).SelectMany(turn => Others(turn, [.. chosen.Where(choice => choice.TurnId == turn.Id && choice.Visibility != Visibility.Delete)]))];
        var drafts = await db.Drafts.AsNoTracking().Where(draft => draft.InterviewId == interviewId).ToListAsync(cancellation);
        var sentences = deleted.Select(choice => turns.Find(turn => turn.Id == choice.TurnId) is { } turn ? turn.Text.Substring(choice.Start, choice.Length) : "")
            .Where(sentence => sentence.Any(char.IsLetterOrDigit)).ToList();

        foreach (var turn in turns)
        {
            var text = turn.Speaker == Speaker.Participant ? WithoutChosen(turn, deleted) : WithoutQuoted(turn.Text, sentences);
            var offer = turn.Offer is { } json ? Without(OfferJson.Read(json), sentences) : null;
            if (text != turn.Text || offer != turn.Offer)
                await db.Turns.Where(row => row.Id == turn.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(t => t.Text, text).SetProperty(t => t.Offer, offer).SetProperty(t => t.Envelope, (string?)null), cancellation);
        }
        foreach (var draft in drafts.Where(draft => WithoutQuoted(draft.Text, sentences) != draft.Text))
            await db.Drafts.Where(row => row.Id == draft.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(d => d.Text, WithoutQuoted(draft.Text, sentences)), cancellation);
        // A model's copies are masked and reworded: no sentence is found in them for certain, so all of this interview's go.
        await db.ModelCalls.Where(call => call.InterviewId == interviewId)
            .ExecuteUpdateAsync(row => row.SetProperty(call => call.Request, (string?)null).SetProperty(call => call.Answer, (string?)null).SetProperty(call => call.Why, (string?)null), cancellation);
        foreach (var choice in deleted)
            await RemoveFindings(db, choice, cancellation);
        await EraseFromDigests.Run(db, interviewId, now, cancellation);
        await Remember(db, interviewId, deleted, now, cancellation);
    }

    private static async Task Remember(InterviewAgentDb db, Guid interviewId, List<VisibilityChoice> deleted, DateTimeOffset now, CancellationToken cancellation)
    {
        var noted = await db.ErasedSentences.AsNoTracking().Where(gone => gone.InterviewId == interviewId).ToListAsync(cancellation);
        var respondent = await db.Interviews.Where(row => row.Id == interviewId).Select(row => row.RespondentId).SingleAsync(cancellation);
        db.ErasedSentences.AddRange(deleted.DistinctBy(choice => (choice.TurnId, choice.Start, choice.Length))
            .Where(choice => !noted.Exists(gone => gone.TurnId == choice.TurnId && gone.Start == choice.Start && gone.Length == choice.Length))
            .Select(choice => new ErasedSentence
            {
                RespondentId = respondent, InterviewId = interviewId, TurnId = choice.TurnId, Start = choice.Start, Length = choice.Length, At = now,
            }));
    }

    /// <summary>What of a turn is left beside the sentences that were chosen otherwise.</summary>
    private static IEnumerable<VisibilityChoice> Others(Turn turn, IReadOnlyList<VisibilityChoice> kept)
    {
        var at = 0;
        foreach (var choice in kept.OrderBy(choice => choice.Start).Append(new VisibilityChoice { Start = turn.Text.Length }))
        {
            if (choice.Start > at)
                yield return new VisibilityChoice { InterviewId = turn.InterviewId, TurnId = turn.Id, Start = at, Length = choice.Start - at, Visibility = Visibility.Delete };
            at = Math.Max(at, choice.Start + choice.Length);
        }
    }

    private static string WithoutChosen(Turn turn, List<VisibilityChoice> deleted) =>
        deleted.Where(choice => choice.TurnId == turn.Id).Aggregate(turn.Text, (text, choice) =>
            text[..choice.Start] + Marked(text.Substring(choice.Start, choice.Length)) + text[(choice.Start + choice.Length)..]);

    /// <summary>The sentence itself, and a phrase in quotation marks that was cut from it.</summary>
    private static string WithoutQuoted(string text, List<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            text = text.Replace(sentence, Marked(sentence), StringComparison.Ordinal);
            foreach (var quoted in text.Split('"').Where((part, index) => index % 2 == 1 && part.Length > 0 && sentence.Contains(part, StringComparison.Ordinal)))
                text = text.Replace('"' + quoted + '"', '"' + Marked(quoted) + '"', StringComparison.Ordinal);
        }
        return text;
    }

    private static string Without(Offer offer, List<string> sentences) => OfferJson.Write(offer with
    {
        ReadBack = [.. offer.ReadBack.Select(sentence => sentences.Contains(sentence.Text) ? sentence with { Text = Marked(sentence.Text) } : sentence)],
    });

    private static string Marked(string words) => string.Concat(words.Select(character => char.IsWhiteSpace(character) ? character : Mark));

    private static async Task RemoveFindings(InterviewAgentDb db, VisibilityChoice choice, CancellationToken cancellation)
    {
        var end = choice.Start + choice.Length;
        await db.Set<Quote>().Where(quote => quote.TurnId == choice.TurnId && quote.Start < end && quote.Start + quote.Length > choice.Start)
            .ExecuteDeleteAsync(cancellation);
        await db.SearchableQuotes.Where(quote => quote.TurnId == choice.TurnId && quote.Start < end && quote.Start + quote.Length > choice.Start)
            .ExecuteDeleteAsync(cancellation);
        await db.Findings.Where(finding => finding.InterviewId == choice.InterviewId && finding.Verified && !finding.Quotes.Any()).ExecuteDeleteAsync(cancellation);
        await db.Readings.Where(reading => reading.TurnId == choice.TurnId && reading.Start < end && reading.Start + reading.Length > choice.Start)
            .ExecuteDeleteAsync(cancellation);
    }
}
