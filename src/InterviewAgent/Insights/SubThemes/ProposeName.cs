using System.Text.Json;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;
using InterviewAgent.LanguageModels;
using InterviewAgent.Prompts;
using InterviewAgent.Storage;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>
/// Asks a configured model for a theme's name, for a person to take or leave: nothing is named by it. What it proposes has to consist of words of at
/// least two people in two accounts; anything else is no proposal. Asked outside of any transaction.
/// </summary>
public sealed class ProposeName(InterviewAgentDb db, ReadWords words, CallModel model, PromptLibrary prompts)
{
    private const int MostSentences = 12, LongestName = 60, ShortestWord = 4;
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    public bool IsConfigured => model.IsConfigured(ModelRole.Analysis);

    /// <param name="accounts">Where the theme was said last.</param>
    /// <returns>Null where the model has none, or none that may be shown.</returns>
    public async Task<string?> For(IReadOnlyCollection<Guid> accounts, string code, string term, CancellationToken cancellationToken = default)
    {
        var rules = await ThemeRules.Load(db, cancellationToken);
        List<GroupedQuote> quotes = [.. (await words.On(db).Of(accounts, code, rules, cancellationToken)).Where(quote => quote.Themes.Contains(term))
            .OrderByDescending(quote => quote.HeldOn).ThenBy(quote => quote.FindingId).DistinctBy(quote => quote.RespondentId).Take(MostSentences)];
        var prompt = prompts["name_theme"];
        var rendered = prompt.Render(new Dictionary<string, object?>
        {
            ["code"] = code, ["sentences"] = quotes.Select((quote, i) => new { n = i + 1, text = quote.Words }),
        });
        var outcome = await model.Ask(new ModelRequest
        {
            Role = ModelRole.Analysis, Prompt = new PromptIdentity(prompt.Name, prompt.Hash),
            Messages = [ModelMessage.System(rendered.System), ModelMessage.User(rendered.User)], OfSeveral = true,
            Schema = new AnswerSchema(prompt.Name, prompt.Answer!.Value), Within = Within, Temperature = prompt.Temperature, MaxAnswerTokens = prompt.MaxTokens,
        }, cancellationToken);
        return outcome is Answered { Json: { } json } && json.GetProperty("name").GetString() is { } name
            && IsOfTheirWords(name, [.. json.GetProperty("from").EnumerateArray().Select(Number)], quotes) ? name.Trim() : null;
    }

    /// <summary>Every word of some length stands in the sentences that are named, and these are of two people in two accounts.</summary>
    internal static bool IsOfTheirWords(string name, IReadOnlyCollection<int> from, IReadOnlyList<GroupedQuote> quotes)
    {
        var used = from.Where(n => n >= 1 && n <= quotes.Count).Distinct().Select(n => quotes[n - 1]).ToList();
        var said = used.SelectMany(quote => Tokenize.Text(quote.Words)).Select(token => Stem.Of(token.Text)).ToHashSet(StringComparer.Ordinal);
        return name.Length is > 2 and <= LongestName && !name.Any(letter => char.IsDigit(letter) || char.IsControl(letter) || letter is '[' or ']')
            && used.Select(quote => quote.RespondentId).Distinct().Count() >= ReadThemes.FewestPeople
            && used.Select(quote => quote.AccountId).Distinct().Count() >= ReadThemes.FewestAccounts
            && Tokenize.Text(name).Where(token => token.Length >= ShortestWord).All(token => said.Contains(Stem.Of(token.Text)));
    }

    private static int Number(JsonElement number) => number.TryGetInt32(out var value) ? value : 0;
}
