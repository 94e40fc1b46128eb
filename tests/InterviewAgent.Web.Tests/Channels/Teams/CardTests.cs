using System.Text.Json;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Privacy;
using InterviewAgent.Web.Channels.Cards;
using InterviewAgent.Web.Channels.Teams.Cards;
using InterviewAgent.Web.Tests.Channels.Conformance;

namespace InterviewAgent.Web.Tests.Channels.Teams;

public sealed class CardTests
{
    private static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "prompts");
    private static readonly Notices Notices = Notices.Load(Prompts, NeutralityGate.Load(Prompts));
    private static readonly LinkKeys Keys = new(new Dictionary<string, string> { ["k1"] = Convert.ToBase64String(new byte[32]) }, "", "");
    private static readonly string[] Rights = ["Skip", "Continue later", "Stop", "Who sees this?", "Delete my answers"];

    private static readonly ReadBackSentence[] Sentences =
        [.. Enumerable.Range(1, 5).Select(n => new ReadBackSentence(n, 2 * n, 0, 40, $"We *plan* on [paper](x) \"{n}\" and type it over."))];

    [Fact]
    public async Task Microsofts_library_reads_every_card_without_a_remark()
    {
        Dictionary<string, AdaptiveCard> cards = new()
        {
            ["consent"] = Turn(["Yes, start", "Not now", "No, thanks", "Who sees this?"]).Live(Notices),
            ["question"] = Turn(Rights).Live(Notices),
            ["read-back in Teams"] = ReadBack().Live(Notices),
            ["read-back in web chat"] = ReadBackCard.For(Sentences),
            ["change"] = Turn(["Nothing to change", .. Rights[1..]]).Live(Notices),
            ["deletion"] = Turn(["Yes, delete everything", "No, keep my answers"]).Live(Notices),
            ["safety"] = Turn(["Continue", "Stop", "Delete my answers"]).Live(Notices),
            ["done"] = ReadBack().Done("You chose: All: My account only"),
        };
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, cards.Select(card => JsonSerializer.Serialize(new { name = card.Key, card = card.Value }, CardJson.Options)));
        await Node.Run("cards.mjs", ("CARDS", file));
        File.Delete(file);
    }

    [Fact]
    public void The_read_back_is_one_form_and_its_sentences_stand_there_once()
    {
        var card = JsonSerializer.Serialize(ReadBack().Live(Notices), CardJson.Options);
        Assert.Equal(2 * Sentences.Length, card.Split("type it over").Length - 1); // In the form, and in the words for clients without cards.
        foreach (var title in new[] { "With my name", "My account only", "Totals only", "Delete" })
        {
            Assert.DoesNotContain($$"""{"type":"Action.Execute","title":"{{title}}","data":""", card, StringComparison.Ordinal);
        }

        var chosen = ReadBackCard.Read(JsonSerializer.SerializeToElement(new { kind = "read-back", all = "totals-only", s2 = "delete", s3 = "same" }))!;
        Assert.Equal(Visibility.TotalsOnly, chosen.ForAll);
        Assert.Equal(Visibility.Delete, Assert.Single(chosen.BySentence).Value);
    }

    [Fact]
    public void A_proof_holds_for_its_turn_and_its_person_alone()
    {
        CardTokens tokens = new(Keys);
        var (interview, person) = (Guid.NewGuid(), Guid.NewGuid());
        var token = tokens.For(interview, 3, person);
        Assert.True(tokens.Holds(token, interview, 3, person));
        Assert.False(tokens.Holds(token, interview, 4, person));
        Assert.False(tokens.Holds(token, Guid.NewGuid(), 3, person));
        Assert.False(tokens.Holds(token, interview, 3, Guid.NewGuid()));
        foreach (var bad in new[] { "", ".", "k1.", "k9." + token[3..], token[..^1], token + "A" })
        {
            Assert.False(tokens.Holds(bad, interview, 3, person));
        }
    }

    [Fact]
    public void Every_word_that_can_be_tapped_has_a_verb_of_its_own()
    {
        string[] all = ["Yes, start", "Not now", "No, thanks", .. Rights, "Yes, delete everything", "No, keep my answers", "Continue", "Nothing to change"];
        Assert.Equal(all.Length, all.Select(words => CardVerbs.For(words).Verb).Distinct().Count());
        Assert.All(all, words => Assert.Equal(words, CardVerbs.Words(CardVerbs.For(words).Verb, all)));
        Assert.Null(CardVerbs.Words("rate", all));
    }

    private static TurnCard Turn(string[] actions) => new(
        Guid.NewGuid(), 3, "Noted. How is *the weekly plan* being done this week?\n\n1. Shall we start?", new(actions, [], false, 6), "k1.token", "29:ada");

    private static TurnCard ReadBack() => new(
        Guid.NewGuid(), 9, "These are your words:\n\n" + string.Join('\n', Sentences.Select(sentence => $"{sentence.Number}. \"{sentence.Text}\"")) + "\n\nWho may see them?",
        new(["With my name", "My account only", "Totals only", "Delete", .. Rights[1..]], Sentences, false, 1), "k1.token", "29:ada");
}
