using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Interviewing;

namespace InterviewAgent.Tests.Privacy;

public sealed class RedactorTests
{
    private static readonly Redactor Redactor = Redactor.Load(Gate.Prompts);

    [Theory]
    [InlineData("Write to marta.q+plan@vale-fibra.example please.", "Write to [EMAIL_1] please.")]
    [InlineData("Call +351 21 123 45 67 or (602) 272-9781 x12.", "Call [PHONE_1] or [PHONE_2].")]
    [InlineData("My card is 4111 1111 1111 1111.", "My card is [CARD_1].")]
    [InlineData("Pay to GB82 WEST 1234 5698 7654 32 now", "Pay to [IBAN_1] now")]
    [InlineData("The server 10.20.30.40 and fe80::1ff:fe23:4567:890a are slow", "The server [IP_1] and [IP_2] are slow")]
    [InlineData("See https://x.example/reset?token=abc123, it is broken.", "See [URL_1], it is broken.")]
    [InlineData("My SSN is 460-89-9847.", "My SSN is [PHONE_1].")]
    [InlineData("my badge number is 48213", "my badge number is [NUMBER_1]")]
    [InlineData("It is customer AC-204881.", "It is customer [NUMBER_1].")]
    [InlineData("The key sk-proj-9a8b7c6d5e4f3a2b1c0d is in the sheet", "The key [NUMBER_1] is in the sheet")]
    [InlineData("We met at 12 Elm Street, Northwick, and left.", "We met at [ADDRESS_1], and left.")]
    [InlineData("She lives at Lindenstraße 4.", "She lives at [ADDRESS_1].")]
    [InlineData("Yesterday Wambui Njuguna showed me.", "Yesterday [NAME_1] showed me.")]
    [InlineData("Tell Piotr and Vasquez about it.", "Tell [PERSON_1] and [NAME_1] about it.")]
    [InlineData("my name is jolanta brzezicka", "my name is [PERSON_1]")]
    [InlineData("Dr. Wells said so.", "Dr. [PERSON_1] said so.")]
    public void Personal_data_is_masked(string said, string masked) => Assert.Equal(masked, Redactor.Begin(KnownPeople.Nobody).Mask(said));

    [Theory]
    [InlineData("Reconciliation takes 3 days, onboarding took 14.")]
    [InlineData("We pay $1,200,000 a year, 12.500 € a month, 45% more than in 2023.")]
    [InlineData("On 2024-03-12, at 10:30, version 4.2.1.3 went live.")]
    [InlineData("I'm still in Excel and Teams; the ERP exports PDFs to SAP.")]
    [InlineData("We moved 120 000 000 records in Q3 2024.")]
    [InlineData("Monday mornings are worst. In May it was worse!")]
    [InlineData("Windows 11 and Office 365 are fine. Phase 2 is not.")]
    [InlineData("Honestly? Re-importing works. Deduplicating doesn't.")]
    [InlineData("C'mon, I'd say it's OK - we'll see.")]
    [InlineData("Berg Logistics Ltd delivers late.")]
    public void What_points_at_nobody_is_left_alone(string said) => Assert.Equal(said, Redactor.Begin(KnownPeople.Nobody).Mask(said));

    [Fact]
    public void Names_of_the_account_are_masked_in_any_spelling_and_its_products_are_kept()
    {
        var account = new Account { ExternalId = "a", Name = "Vale Fibra", Product = "Rotara" };
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "1", Name = "Hope Quint", Role = Role.EndUser });
        var redaction = Redactor.Begin(KnownPeople.Of(account, "Contoso Cloud"));
        Assert.Equal("[PERSON_1] and [PERSON_2] use Rotara at Vale Fibra with Contoso.", redaction.Mask("Hope Quint and quint use Rotara at Vale Fibra with Contoso."));
    }

    [Fact]
    public void A_name_of_the_account_that_is_also_a_word_or_a_country_is_masked() => Assert.Equal(
        "[PERSON_1] is away. [PERSON_2] joined.",
        Redactor.Begin(new KnownPeople(["Hope Baker", "Jordan Reis"], new HashSet<string>())).Mask("Baker is away. Jordan joined."));

    [Fact]
    public void In_the_JSON_of_a_prompt_a_name_behind_a_line_break_is_found_and_comes_back()
    {
        var redaction = Redactor.Begin(KnownPeople.Nobody);
        var masked = redaction.Mask("""{"text":"It is slow.\nWouter Brands said \"no\". I live at 12 Elm Street,\nNorthwick."}""");
        Assert.Equal("""{"text":"It is slow.\n[PERSON_1] said \"no\". I live at [ADDRESS_1]."}""", masked);
        Assert.Equal("12 Elm Street,\nNorthwick", redaction.Restore("[ADDRESS_1]"));
    }

    [Fact]
    public void Words_of_our_own_keep_their_capitals_and_still_hide_a_name_of_the_account() => Assert.Equal(
        "Kinds: Continue asks what came next. Wouter is an example, [PERSON_1] is not; mail [EMAIL_1].",
        Redactor.Begin(new KnownPeople(["Marta Quintela"], new HashSet<string>())).MaskOwn(
            "Kinds: Continue asks what came next. Wouter is an example, Quintela is not; mail a@b.example."));

    [Fact]
    public void The_strict_level_masks_what_narrows_a_person_down()
    {
        var masked = Redactor.Begin(KnownPeople.Nobody, MaskLevel.Strict).Mask("A 47 year old from Estonia joined Berg Logistics Ltd on 2024-03-12.");
        Assert.Equal("A [AGE_1] year old from [PLACE_1] joined [ORGANISATION_1] on [DATE_1].", masked);
    }

    [Fact]
    public void The_same_words_get_the_same_placeholder_in_every_text_of_a_call_and_come_back()
    {
        var redaction = Redactor.Begin(KnownPeople.Nobody);
        var first = redaction.Mask("Wambui asked Piotr.");
        Assert.Equal("[PERSON_1] asked [PERSON_2].", first);
        Assert.Equal("[PERSON_2] is here with [PERSON_1].", redaction.Mask("Piotr is here with Wambui."));
        Assert.Equal("Wambui asked Piotr.", redaction.Restore(first));
        Assert.Equal("[PERSON_3] is nobody we masked", redaction.Restore("[PERSON_3] is nobody we masked"));
    }

    [Fact]
    public void Words_that_look_like_a_placeholder_bring_nobody_elses_name_back()
    {
        var redaction = Redactor.Begin(KnownPeople.Nobody);
        var masked = redaction.Mask("Piotr wrote [PERSON_1] himself.");
        Assert.Equal("[PERSON_1] wrote [SAID_1] himself.", masked);
        Assert.Equal("Piotr wrote [PERSON_1] himself.", redaction.Restore(masked));
    }

    [Fact]
    public void In_JSON_a_name_comes_back_as_JSON_writes_it()
    {
        var redaction = Redactor.Begin(new KnownPeople(["Ana \"Nina\" Reis"], new HashSet<string>()));
        var masked = redaction.Mask("I asked Ana \"Nina\" Reis.");
        using var json = System.Text.Json.JsonDocument.Parse(redaction.RestoreJson($$"""{"quote":"{{masked}}"}"""));
        Assert.Equal("I asked Ana \"Nina\" Reis.", json.RootElement.GetProperty("quote").GetString());
    }

    [Theory]
    [InlineData(100_000)]
    public void Huge_and_hostile_texts_are_masked_in_time(int length)
    {
        foreach (var part in new[] { "A", "1 ", "Aa Bb, ", "x@", "1:", "((((", "12-", "Rue ", "é", "\n>", "[PERSON_1" })
        {
            var text = string.Concat(Enumerable.Repeat(part, length / part.Length));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Redactor.Spans(text, KnownPeople.Nobody, MaskLevel.Strict);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"'{part}' took {watch.Elapsed}");
        }
    }
}
