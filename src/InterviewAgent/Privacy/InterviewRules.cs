using System.Text.Json;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>What decides over the words of one interview: the respondent's choices, what was read back, and the names around.</summary>
internal sealed record InterviewRules(
    Interview Interview, Accounts.Role Role, string? Name, KnownNames Names, string Company, IReadOnlyList<ReadBackSentence> ReadBack)
{
    private static readonly JsonSerializerOptions AnyCase = new(JsonSerializerDefaults.Web);

    /// <summary>Until it has ended, the respondent can still decide; declined ones hold no answer.</summary>
    public bool HasEnded => Interview.Status is InterviewStatus.BrokenOff or InterviewStatus.AwaitingAnalysis or InterviewStatus.Analysed;

    public TurnVisibility For(Guid turnId, int turnN)
    {
        var forAll = Interview.Visibility;
        var chosen = Interview.Choices.Where(choice => choice.TurnId == turnId)
            .Select(choice => new ChosenWords(choice.Start, choice.Length, choice.Visibility)).ToList();
        chosen.AddRange(ReadBack
            .Where(sentence => sentence.TurnN == turnN && !chosen.Any(words => words.Start == sentence.Start))
            .Select(sentence => new ChosenWords(sentence.Start, sentence.Length, forAll)));
        return new TurnVisibility(chosen, TurnVisibility.NotReadBack(forAll));
    }

    /// <summary>The names to be overlaid for this viewer: a researcher learns neither who speaks nor where.</summary>
    public KnownNames NamesFor(Viewer viewer) => viewer.MaySeeNames ? Names : Names with { Company = Company };

    /// <summary>Loads the rules of some interviews; five queries, however many there are.</summary>
    public static async Task<Dictionary<Guid, InterviewRules>> Load(
        InterviewAgentDb db, IReadOnlyCollection<Guid> interviewIds, CancellationToken cancellationToken)
    {
        var interviews = await db.Interviews.AsNoTracking().Include(interview => interview.Choices)
            .Where(interview => interviewIds.Contains(interview.Id)).ToListAsync(cancellationToken);
        var accountIds = interviews.Select(interview => interview.AccountId).Distinct().ToList();
        var people = (await db.Respondents.AsNoTracking().Where(person => accountIds.Contains(person.AccountId))
            .ToListAsync(cancellationToken)).ToLookup(person => person.AccountId);
        var accounts = await db.Accounts.AsNoTracking().Include(account => account.Promises)
            .Where(account => accountIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancellationToken);
        var kept = accounts.ToDictionary(pair => pair.Key, pair => KeptWords.Of(pair.Value));
        var readBacks = (await db.Turns.AsNoTracking()
            .Where(turn => interviewIds.Contains(turn.InterviewId) && turn.Move == MoveKind.ReadBack && turn.Offer != null)
            .Select(turn => new { turn.InterviewId, turn.Offer }).ToListAsync(cancellationToken)).ToLookup(turn => turn.InterviewId);
        return interviews.ToDictionary(interview => interview.Id, interview =>
        {
            var speaker = people[interview.AccountId].FirstOrDefault(person => person.Id == interview.RespondentId);
            var others = people[interview.AccountId].Where(person => person.Id != interview.RespondentId && person.Name is not null);
            return new InterviewRules(
                interview, speaker?.Role ?? Accounts.Role.EndUser, speaker?.Name,
                new KnownNames(speaker?.Name, [.. others.Select(person => person.Name!)], kept[interview.AccountId]), accounts[interview.AccountId].Name,
                [.. readBacks[interview.Id].SelectMany(turn => Sentences(turn.Offer!))]);
        });
    }

    private static IReadOnlyList<ReadBackSentence> Sentences(string offer) =>
        JsonSerializer.Deserialize<Offer>(offer, AnyCase)?.ReadBack ?? [];
}
