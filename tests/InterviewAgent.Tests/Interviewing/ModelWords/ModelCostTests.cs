using System.Globalization;
using InterviewAgent.Interviewing;
using InterviewAgent.Tests.LanguageModels;
using InterviewAgent.Tests.Storage;
using Xunit.Abstractions;

namespace InterviewAgent.Tests.Interviewing.ModelWords;

/// <summary>What an interview of twelve turns costs, as the server counts it: calls, prompt tokens, and how many of them its cache serves.</summary>
public sealed class ModelCostTests(ITestOutputHelper output)
{
    private static readonly string[] Says =
    [
        "We still make the plan in a spreadsheet, half of the orders are missing in the export.", "On Monday I typed the routes over by hand.",
        "The drivers waited until ten, and dispatch phoned them one by one.", "Our manager asks for the old report every Friday, I make both.",
        "It is a priority for everyone, and the leadership is aligned.", "Somebody from the warehouse sends the list at night.",
        "Then the planners check it line by line.", "The list goes to the office in the morning.", "A colleague types it into the tool.",
    ];

    [Fact]
    public async Task Twelve_turns_cost_one_call_a_worded_turn_and_one_for_coding_and_most_tokens_are_cached()
    {
        await using var server = await FakeModelServer.Start();
        server.Otherwise = GoodModel.Reply;
        using var store = new TestDatabase();
        await Hold(server, store); // Yesterday's interview: what a provider's cache has seen already.
        var before = server.Seen.Count;
        var (turns, calls) = await Hold(server, store);
        var seen = server.Seen.Skip(before).ToList();
        var (words, coding) = (seen.Where(request => GoodModel.Name(request) == "judge_answer").ToList(), seen.Where(request => GoodModel.Name(request) == "code_interview").ToList());
        Assert.Single(coding);
        Assert.Equal(seen.Count, words.Count + 1); // Clean drafts: nothing is worded twice.
        Assert.Equal(seen.Count, calls);
        var share = (double)seen.Sum(request => request.CachedTokens) / seen.Sum(request => request.Tokens);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{turns} interviewer turns: {words.Count} calls for words ({words.Sum(request => request.Tokens)} prompt tokens), 1 for coding ({coding[0].Tokens}); {100 * share:0.0} % of prompt tokens are an unchanged beginning."));
        Assert.True(share >= 0.7, $"{share:0.00}");
        Assert.InRange(turns, 11, 14);
    }

    private static async Task<(int Turns, int Calls)> Hold(FakeModelServer server, TestDatabase store)
    {
        await using var talk = await (await ModelTalk.Begin(shared: server, store: store)).Started();
        for (var i = 0; i < 20 && talk.Last.Move is MoveKind.CoreQuestion or MoveKind.Probe or MoveKind.QuoteProbe; i++)
            await talk.Say(Says[i % Says.Length]);
        await talk.Say("my account only");
        await talk.Say("Nothing to change");
        Assert.True(talk.Last.Offer.Ended);
        await talk.Analyse();
        Assert.Empty(await talk.Recheck());
        return ((await talk.Turns()).Count(turn => turn.Speaker == Speaker.Interviewer), (await talk.Calls()).Count);
    }
}
