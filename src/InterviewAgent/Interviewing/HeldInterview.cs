using System.Text.Json;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing;

/// <summary>An interview as the store has it, with the people and promises its questions name.</summary>
internal sealed record HeldInterview(Interview Interview, CheckIn CheckIn, Respondent Respondent, Account Account)
{
    internal static async Task<HeldInterview> Load(InterviewAgentDb db, Guid interviewId, CancellationToken cancellation)
    {
        var interview = await db.Interviews.Include(held => held.Turns).Include(held => held.Choices).SingleOrDefaultAsync(held => held.Id == interviewId, cancellation)
            ?? throw new BadInputException("The interview", "it does not exist", "Open it by its check-in first.");
        return await With(db, interview, cancellation);
    }

    internal static async Task<HeldInterview> With(InterviewAgentDb db, Interview interview, CancellationToken cancellation)
    {
        var checkIn = await db.CheckIns.SingleAsync(due => due.Id == interview.CheckInId, cancellation);
        var account = await db.Accounts.AsNoTracking().Include(known => known.Respondents).Include(known => known.Promises)
            .SingleAsync(known => known.Id == interview.AccountId, cancellation);
        return new HeldInterview(interview, checkIn, account.Respondents.Single(person => person.Id == interview.RespondentId), account);
    }

    internal InterviewState State => InterviewState.Of(Interview.Turns);

    internal int NextN => Interview.Turns.Count == 0 ? 1 : Interview.Turns.Max(turn => turn.N) + 1;

    internal Situation Situation(InterviewingOptions options, Guides.Guide guide)
    {
        var budget = options.Budget;
        var task = Account.Promises.Where(promise => !string.IsNullOrWhiteSpace(promise.Workflow))
            .OrderBy(promise => promise.On).ThenBy(promise => promise.ExternalId, StringComparer.Ordinal).FirstOrDefault()?.Workflow;
        return new Situation(
            new Slots(Blank(Account.Product) ?? options.Product, TaskName.Of(Blank(task)), options.Vendor, options.EscalationContact,
                MakeOffer.Minutes(guide, budget), guide.Topics.Count + 1, budget.Probes),
            [.. Account.Respondents.Select(person => person.Name).OfType<string>().Where(name => name.Length > 1)],
            Interview.Language);
    }

    /// <summary>The turn of a message that was stored before; null when the message is new.</summary>
    internal Turn? Heard(string messageId) => Interview.Turns.Find(turn => turn.MessageId == messageId);

    /// <summary>The reply that was sent to it; null while it is owed.</summary>
    internal Reply? ReplyTo(Turn heard) =>
        Interview.Turns.Where(turn => turn.N > heard.N && turn.Speaker == Speaker.Interviewer).MinBy(turn => turn.N) is { } sent
            ? ReplyOf(sent, repeated: true) : null;

    /// <summary>What was said at the deletion; after it nothing is taken in any more. Null: not deleted.</summary>
    internal Reply? Erased() => Current() is { Move: MoveKind.Deleted } last ? last : null;

    internal Reply? Current() =>
        Interview.Turns.Where(turn => turn.Speaker == Speaker.Interviewer).MaxBy(turn => turn.N) is { } last ? ReplyOf(last, repeated: true) : null;

    /// <summary>The sentences of the read-back as they were offered; empty before it.</summary>
    internal IReadOnlyList<ReadBackSentence> ReadBack() =>
        Interview.Turns.Where(turn => turn.Move == MoveKind.ReadBack).MinBy(turn => turn.N)?.Offer is { } offer ? OfferJson.Read(offer).ReadBack : [];

    internal static Reply ReplyOf(Turn turn, bool repeated) =>
        new(turn.N, turn.Move ?? MoveKind.CoreQuestion, turn.Text, turn.Offer is { } offer ? OfferJson.Read(offer) : new Offer([], [], false, 0), repeated);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>How an offer stands in its turn's row.</summary>
internal static class OfferJson
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    internal static string Write(Offer offer) => JsonSerializer.Serialize(offer, Web);
    internal static Offer Read(string json) => JsonSerializer.Deserialize<Offer>(json, Web)!;
}
