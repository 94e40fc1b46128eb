using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Web.Channels.Cards;

/// <summary>An Adaptive Card 1.5, which every client of today shows; more than 1.6 Web Chat does not show at all.</summary>
internal sealed record AdaptiveCard(string FallbackText, IReadOnlyList<object> Body, IReadOnlyList<object>? Actions = null)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";
    public string Version { get; } = "1.5";

    /// <summary>Which action a client may take by itself to show the card as it stands now; null: none.</summary>
    public CardRefresh? Refresh { get; init; }
}

internal sealed record CardRefresh(CardButton Action, IReadOnlyList<string> UserIds);

/// <summary>Words as they are: of a text block a client would read stars, brackets and numbers as Markdown.</summary>
internal sealed record CardWords(IReadOnlyList<CardRun> Inlines, string? Spacing = null)
{
    public string Type { get; } = "RichTextBlock";

    /// <summary>One block for each paragraph: a line break inside a run is shown by some clients and not by others.</summary>
    public static IEnumerable<CardWords> Of(string text, bool subtle = false) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => new CardWords([subtle ? new CardRun(paragraph, true, "small") : new CardRun(paragraph)]));
}

internal sealed record CardRun(string Text, bool? IsSubtle = null, string? Size = null)
{
    public string Type { get; } = "TextRun";
}

/// <summary>A button. <see cref="Type"/> is Action.Submit for clients that post a message, Action.Execute for those that invoke.</summary>
internal sealed record CardButton(string Type, string Title, object? Data)
{
    /// <summary>Of an Action.OpenUrl.</summary>
    public string? Url { get; init; }

    public string? Verb { get; init; }

    /// <summary>"destructive" or "positive"; null: as the client shows buttons.</summary>
    public string? Style { get; init; }

    /// <summary>"secondary": in the client's menu of further actions.</summary>
    public string? Mode { get; init; }

    /// <summary>"none": the button does not carry the card's inputs; null: it does.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>What a client that knows no Action.Execute shows instead.</summary>
    public CardButton? Fallback { get; init; }
}

/// <summary>A choice of one; <paramref name="Choices"/> in the order of showing.</summary>
internal sealed record CardChoice(string Id, string Label, IReadOnlyList<CardOption> Choices, string Value)
{
    public string Type { get; } = "Input.ChoiceSet";
    public string Style { get; } = "compact";
    public bool Wrap { get; } = true;
}

internal sealed record CardOption(string Title, string Value);

internal static class CardJson
{
    /// <summary>Without nulls, as everything that goes to a channel.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
