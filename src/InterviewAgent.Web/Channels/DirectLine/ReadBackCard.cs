using System.Globalization;
using System.Text.Json;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>The read-back as an Adaptive Card (1.5): one choice for all, an override for each sentence.</summary>
internal static class ReadBackCard
{
    private const string Kind = "read-back";
    private const string Same = "same";

    private static readonly (string Title, Visibility Value)[] Choices =
    [
        ("With my name", Visibility.WithMyName), ("My account only", Visibility.AccountOnly),
        ("Totals only", Visibility.TotalsOnly), ("Delete", Visibility.Delete),
    ];

    /// <summary>What can be chosen: words and wire value.</summary>
    public static IEnumerable<(string Title, Visibility Visibility, string Value)> Options =>
        Choices.Select(choice => (choice.Title, choice.Value, Name(choice.Value)));

    public static Attachment For(IReadOnlyList<ReadBackSentence> sentences) => new("application/vnd.microsoft.card.adaptive", new Dictionary<string, object>
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["fallbackText"] = "Your sentences, and who may see them.",
        ["body"] = (object[])
        [
            Choice("all", "For all of these", [.. Choices.Select(choice => Option(choice.Title, Name(choice.Value)))], Name(Visibility.AccountOnly)),
            .. sentences.Select(sentence => Choice(
                Key(sentence.Number), $"{sentence.Number}. “{sentence.Text}”",
                [Option("As chosen for all", Same), .. Choices.Select(choice => Option(choice.Title, Name(choice.Value)))], Same)),
        ],
        ["actions"] = new object[]
        {
            new { type = "Action.Submit", title = "Save my choice", data = new { kind = Kind } },
        },
    });

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

    public static string Title(Visibility visibility) => Choices.First(choice => choice.Value == visibility).Title;

    private static object Choice(string id, string label, object[] options, string value) =>
        new { type = "Input.ChoiceSet", id, label, style = "compact", choices = options, value, wrap = true };

    private static object Option(string title, string value) => new { title, value };

    private static string Key(int number) => "s" + number.ToString(CultureInfo.InvariantCulture);

    private static string Name(Visibility visibility) => JsonSerializer.SerializeToElement(visibility).GetString()!;

    private static Visibility? Named(string? name) =>
        name is null ? null : Choices.Where(choice => Name(choice.Value) == name).Select(choice => (Visibility?)choice.Value).FirstOrDefault();

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
