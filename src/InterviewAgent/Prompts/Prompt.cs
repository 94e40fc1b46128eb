using System.Text.Json;
using HandlebarsDotNet;

namespace InterviewAgent.Prompts;

/// <summary>
/// One prompt of the library. Values enter as JSON, so that no text of a respondent can close what it stands in; comments of the
/// template, which hold the reason of each wording, are gone from what is sent.
/// </summary>
public sealed class Prompt
{
    private readonly Lazy<HandlebarsTemplate<object, object>> template;
    private readonly Lazy<string> unchanging;

    internal Prompt(PromptFile file, string hash, JsonElement? answer)
    {
        Name = file.Name!;
        Description = file.Description!;
        Hash = hash;
        Variables = [.. file.InputVariables.Select(variable => variable.Name)];
        Required = [.. file.InputVariables.Where(variable => variable.IsRequired).Select(variable => variable.Name)];
        Answer = answer;
        var settings = file.ExecutionSettings.GetValueOrDefault("default");
        (Temperature, MaxTokens) = (settings?.Temperature, settings?.MaxTokens);
        template = new(() => PromptTemplate.Compile(file.Template));
        unchanging = new(() => Messages(template.Value(Variables.ToDictionary(name => name, _ => (object)""))).System);
    }

    public string Name { get; }
    public string Description { get; }

    /// <summary>
    /// SHA-256 (hex) of what reaches a model: the template without its comments, the schema of the answer and the settings. A changed
    /// reason changes nothing; a changed word does.
    /// </summary>
    public string Hash { get; }
    public IReadOnlyList<string> Variables { get; }
    internal IReadOnlyList<string> Required { get; }

    /// <summary>JSON schema of the answer, in the subset of OpenAI's strict mode; null: free text.</summary>
    public JsonElement? Answer { get; }
    public float? Temperature { get; }
    public int? MaxTokens { get; }

    /// <summary>The system's words without the values: what no answer may repeat.</summary>
    public string Unchanging => unchanging.Value;

    /// <param name="values">By variable. A sequence becomes JSON Lines, everything else one JSON value; null and "" are absent.</param>
    /// <exception cref="ArgumentException">A required variable is missing, or one is not the prompt's.</exception>
    public RenderedPrompt Render(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Keys.Except(Variables).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"The prompt {Name} has no variable {unknown}; it has {string.Join(", ", Variables)}.", nameof(values));
        var model = Variables.ToDictionary(name => name, name => (object)PromptData.Json(values.GetValueOrDefault(name)));
        if (Required.FirstOrDefault(name => (string)model[name] == "") is { } missing)
            throw new ArgumentException($"The prompt {Name} needs a value for {missing}.", nameof(values));
        return Messages(template.Value(model));
    }

    private RenderedPrompt Messages(string text)
    {
        var messages = PromptTemplate.Messages(text);
        return new RenderedPrompt(this, Of("system"), Of("user"));

        string Of(string role) => ((string)messages.Elements("message").Single(message => (string?)message.Attribute("role") == role)).Trim();
    }
}

/// <summary>A prompt with its values: the unchanging part first, as the system's message, then what changes.</summary>
public sealed record RenderedPrompt(Prompt Prompt, string System, string User);
