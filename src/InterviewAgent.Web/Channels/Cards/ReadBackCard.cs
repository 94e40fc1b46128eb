using System.Globalization;
using System.Text.Json;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;

namespace InterviewAgent.Web.Channels.Cards;

/// <summary>The read-back as a card: one choice for all, an override for each sentence. The one model of it for every channel.</summary>
internal static class ReadBackCard
{
    public const string Kind = "read-back";
    public const string Save = "Save my choice";
    public const string FallbackText = "Your sentences, and who may see them.";
    private const string Same = "same";

    private static readonly (string Title, Visibility Value)[] Choices =
    [
        ("With my name", Visibility.WithMyName), ("My account only", Visibility.AccountOnly),
        ("Totals only", Visibility.TotalsOnly), ("Delete", Visibility.Delete),
    ];

    /// <summary>What can be chosen: words and wire value.</summary>
    public static IEnumerable<(string Title, Visibility Visibility, string Value)> Options =>
        Choices.Select(choice => (choice.Title, choice.Value, Name(choice.Value)));

    public static IEnumerable<string> Titles => Choices.Select(choice => choice.Title);

    /// <summary>For a client that posts what was chosen as a message.</summary>
    public static AdaptiveCard For(IReadOnlyList<ReadBackSentence> sentences) => new(
        FallbackText, Body(sentences), [new CardButton("Action.Submit", Save, new { kind = Kind })]);

    /// <summary>The form alone, for a card that has more on it; its button carries <see cref="Kind"/> in its data.</summary>
    public static object[] Body(IReadOnlyList<ReadBackSentence> sentences) =>
    [
        new CardChoice("all", "For all of these", Offered(), Name(Visibility.AccountOnly)),
        .. sentences.Select(sentence => new CardChoice(
            Key(sentence.Number), $"{sentence.Number}. “{sentence.Text}”", [new("As chosen for all", Same), .. Offered()], Same)),
    ];

    /// <summary>The choices of a submitted card; null when the value is none of ours.</summary>
    public static ReadBackChoices? Read(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? Read(name => Text(value, name)) : null;

    /// <summary>The same from a form's fields.</summary>
    public static ReadBackChoices? Read(Func<string, string?> field)
    {
        if (field("kind") != Kind || Named(field("all")) is not { } all)
        {
            return null;
        }

        Dictionary<int, Visibility> each = [];
        for (var number = 1; number <= 20; number++)
        {
            if (Named(field(Key(number))) is { } chosen)
            {
                each[number] = chosen;
            }
        }

        return new(all, each);
    }

    /// <summary>The choices as the respondent would have typed them, so that the transcript reads well everywhere.</summary>
    public static string InWords(ReadBackChoices choices) => string.Join(". ",
        choices.BySentence.OrderBy(choice => choice.Key).Select(choice => $"{choice.Key}: {Title(choice.Value)}")
            .Prepend($"All: {Title(choices.ForAll)}"));

    /// <summary>The card shows the sentences; above it stands what is asked about them.</summary>
    public static string WithoutSentences(string text, IReadOnlyList<ReadBackSentence> sentences) => string.Join('\n',
        text.Split('\n').Where(line => !sentences.Any(sentence => line.Contains(sentence.Text, StringComparison.Ordinal))));

    public static string Title(Visibility visibility) => Choices.First(choice => choice.Value == visibility).Title;

    private static CardOption[] Offered() => [.. Choices.Select(choice => new CardOption(choice.Title, Name(choice.Value)))];

    private static string Key(int number) => "s" + number.ToString(CultureInfo.InvariantCulture);

    private static string Name(Visibility visibility) => JsonSerializer.SerializeToElement(visibility).GetString()!;

    private static Visibility? Named(string? name) =>
        name is null ? null : Choices.Where(choice => Name(choice.Value) == name).Select(choice => (Visibility?)choice.Value).FirstOrDefault();

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
