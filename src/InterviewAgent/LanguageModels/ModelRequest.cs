using System.Text.Json;
using InterviewAgent.Privacy;
using Microsoft.Extensions.AI;

namespace InterviewAgent.LanguageModels;

/// <summary>One question to a model, rendered and not yet redacted.</summary>
public sealed record ModelRequest
{
    public required ModelRole Role { get; init; }
    public required PromptIdentity Prompt { get; init; }

    /// <summary>The unchanging part first, so that the provider's cache serves it.</summary>
    public required IReadOnlyList<ModelMessage> Messages { get; init; }

    /// <summary>What the answer must look like; null: free text.</summary>
    public AnswerSchema? Schema { get; init; }

    /// <summary>How long the caller waits, everything included. Nothing of this call goes on after it.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>Whose the words are; written on the audit row, so that erasing a person finds it.</summary>
    public ModelSubject Subject { get; init; } = new();

    /// <summary>
    /// True: the words are several people's. The row would be found with none of them when they are erased, so it keeps no words at all.
    /// </summary>
    public bool OfSeveral { get; init; }

    /// <summary>Names to mask and words to keep; patterns (mail, phone, cards …) are masked in any case.</summary>
    public KnownPeople People { get; init; } = KnownPeople.Nobody;

    /// <summary>0 to 2; null: the model's default.</summary>
    public float? Temperature { get; init; }
    public long? Seed { get; init; }

    /// <summary>Null: what the role's settings say.</summary>
    public int? MaxAnswerTokens { get; init; }
}

/// <param name="Role">
/// System, user or assistant. A system message is the product's own words and unchanging: in it only names of the account, contacts and
/// numbers are masked. Whatever a person said belongs in a user message.
/// </param>
public sealed record ModelMessage(ChatRole Role, string Text)
{
    public static ModelMessage System(string text) => new(ChatRole.System, text);
    public static ModelMessage User(string text) => new(ChatRole.User, text);
}

/// <param name="Name">As the prompt's file is called.</param>
/// <param name="Hash">SHA-256 of the file, hex.</param>
public sealed record PromptIdentity(string Name, string Hash);

/// <param name="Name">Letters, digits, dashes and underscores, 64 at most: providers require it.</param>
/// <param name="Json">A JSON schema in the subset of OpenAI's strict mode.</param>
public sealed record AnswerSchema(string Name, JsonElement Json)
{
    public static AnswerSchema Parse(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        return new AnswerSchema(name, document.RootElement.Clone());
    }
}

/// <summary>Ids of whom and what a call is about; null where there is none.</summary>
public sealed record ModelSubject(
    Guid? AccountId = null, Guid? RespondentId = null, Guid? InterviewId = null, int? TurnN = null,
    string? GuideVersion = null, string? RulesVersion = null);
