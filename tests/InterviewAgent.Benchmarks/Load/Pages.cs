using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Benchmarks.Load;

/// <summary>What is asked for: each page with addresses of its own, so that no request is answered from the one before.</summary>
/// <param name="At">The address of the n-th request.</param>
internal sealed record Pages(string Name, Func<int, string> At)
{
    private const int Different = 50;
    private static readonly string[] Common = ["the", "we", "roster", "every", "spreadsheet"];
    private static readonly string[] Rare = ["vineyard", "mixing plan hangar", "quarry merger", "webinar ferry", "zzz", "archive tablet", "coffee mill", "november brewery"];
    private static readonly string[] Filters = ["?segment=small", "?week=61-90", "?week=later&segment=enterprise", "?role=champion", "?role=end-user&segment=public"];
    private static readonly string[] Sorts = ["", "?sort=name", "?sort=-voice", "?sort=people", "?p=2", "?flag=any", "?voice=low", "?q=foods", "?quiet=yes"];

    /// <param name="owner">Null: a leader's; else the accounts of this manager.</param>
    public static async Task<IReadOnlyList<Pages>> Of(PortfolioStore store, string? owner)
    {
        List<Guid> accounts = [], interviews = [];
        List<string> codes = [], terms = [];
        await store.With(async scope =>
        {
            var db = (InterviewAgentDb)scope.GetService(typeof(InterviewAgentDb))!;
            var seen = new Viewer("load", owner is null ? ViewerRole.Leader : ViewerRole.Manager) { Owner = owner }.Sees(db.Accounts);
            accounts = await seen.OrderBy(account => account.ExternalId).Select(account => account.Id).Take(Different).ToListAsync();
            interviews = await db.Interviews.Where(interview => accounts.Contains(interview.AccountId) && interview.Status == InterviewStatus.Analysed && interview.Visibility == Visibility.AccountOnly)
                .OrderBy(interview => interview.Id).Select(interview => interview.Id).Take(Different).ToListAsync();
            codes = await db.ThemeVoices.Where(voice => voice.Term == "" && seen.Any(account => account.Id == voice.AccountId)).GroupBy(voice => voice.Code)
                .OrderByDescending(code => code.Count()).Select(code => code.Key).Take(12).ToListAsync();
            terms = await db.ThemeVoices.Where(voice => voice.Term != "" && seen.Any(account => account.Id == voice.AccountId)).GroupBy(voice => new { voice.Code, voice.Term })
                .Where(theme => theme.Count() >= 4).OrderByDescending(theme => theme.Count()).ThenBy(theme => theme.Key.Term).Select(theme => theme.Key.Code + "/" + theme.Key.Term).Take(20).ToListAsync();
        });
        return
        [
            new("overview", _ => "/"),
            new("overview, filtered", n => "/" + Filters[n % Filters.Length]),
            new("accounts", n => "/accounts" + Sorts[n % Sorts.Length]),
            new("account", n => $"/accounts/{accounts[n % accounts.Count]}"),
            new("themes", _ => "/themes"),
            new("theme", n => n % 2 == 0 ? $"/themes/{codes[n / 2 % codes.Count]}" : $"/themes/{terms[n / 2 % terms.Count]}"),
            new("search, rare words", n => $"/search?q={Uri.EscapeDataString(Rare[n % Rare.Length])}"),
            new("search, common words", n => $"/search?q={Common[n % Common.Length]}"),
            new("digest, preview", _ => "/digest"),
            new("digest, kept", _ => FormattableString.Invariant($"/digest?week={DateTime.UtcNow.AddDays(-7):yyyy-MM-dd}")),
            new("flags", n => "/flags" + (n % 2 == 0 ? "" : "?state=open")),
            new("interviews", n => n % 2 == 0 ? "/interviews" : "/interviews?p=3"),
            new("interview", n => $"/interviews/{interviews[n % interviews.Count]}"),
        ];
    }
}
