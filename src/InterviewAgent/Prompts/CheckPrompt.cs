using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace InterviewAgent.Prompts;

/// <summary>Holds a prompt file to what the product and Semantic Kernel expect of it.</summary>
internal static partial class CheckPrompt
{
    /// <summary>Each problem in a sentence; empty when the file may be used.</summary>
    internal static IEnumerable<string> Problems(PromptFile? file, string fileName)
    {
        if (file is null)
            return ["the file is empty"];
        return Shape(file, fileName).Concat(Variables(file)).Concat(Messages(file)).Concat(AnswerProblems(file));
    }

    private static IEnumerable<string> Shape(PromptFile file, string fileName)
    {
        if (file.Name is null || !FunctionName().IsMatch(file.Name))
            yield return "name has to be letters, digits and underscores";
        else if (file.Name.Replace('_', '-') != fileName)
            yield return $"it is named {file.Name}, so the file is {file.Name.Replace('_', '-')}.yaml";
        if (string.IsNullOrWhiteSpace(file.Description))
            yield return "description is missing";
        if (file.TemplateFormat != "handlebars")
            yield return "template_format has to be handlebars";
        foreach (var settings in file.ExecutionSettings.Values.Where(settings => settings.ResponseFormat is not (null or "text" or "json_object")))
            yield return $"response_format '{settings.ResponseFormat}' is not known; write json_object, and the schema under output_variable";
    }

    private static IEnumerable<string> Variables(PromptFile file)
    {
        foreach (var tag in PromptTemplate.Foreign(file.Template))
            yield return $"'{tag}' is not used here; there are {{{{name}}}}, {{{{#if name}}}}, {{{{else}}}}, {{{{/if}}}} and comments";
        var declared = file.InputVariables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        var read = PromptTemplate.Reads(file.Template);
        foreach (var unknown in read.Except(declared))
            yield return $"the template reads {unknown}, which is not under input_variables";
        foreach (var unread in declared.Except(read))
            yield return $"the variable {unread} is not read by the template";
        foreach (var bare in file.InputVariables.Where(variable => variable.Description.Length == 0))
            yield return $"the variable {bare.Name} has no description";
    }

    private static IEnumerable<string> Messages(PromptFile file)
    {
        var roles = new List<string?>();
        string? wrong = null;
        try
        {
            var messages = PromptTemplate.Messages(PromptTemplate.WithoutComments(file.Template));
            roles.AddRange(messages.Elements().Select(message => (string?)message.Attribute("role")));
            // What stands before the first variable is the same in every call: a provider's cache serves it.
            if (messages.Elements("message").FirstOrDefault() is { } first && first.Value.Contains("{{", StringComparison.Ordinal) && !OnlyConstant(file, first.Value))
                wrong = "the system's message reads a variable that changes from call to call; put it into the user's";
        }
        catch (XmlException broken)
        {
            wrong = $"the messages cannot be read: {broken.Message}";
        }
        if (wrong is not null)
            yield return wrong;
        else if (!roles.SequenceEqual(["system", "user"]))
            yield return "the template has one message with role system and then one with role user";
    }

    /// <summary>A variable that says so in its description is the same for all calls of this prompt.</summary>
    private static bool OnlyConstant(PromptFile file, string text) => PromptTemplate.Reads(text)
        .All(name => file.InputVariables.Exists(variable => variable.Name == name && variable.Description.StartsWith("Unchanging:", StringComparison.Ordinal)));

    private static List<string> AnswerProblems(PromptFile file)
    {
        if (file.OutputVariable?.JsonSchema is not { Length: > 0 } json)
            return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            return Strict(document.RootElement, "the answer");
        }
        catch (JsonException wrong)
        {
            return [$"output_variable.json_schema is no JSON: {wrong.Message}"];
        }
    }

    /// <summary>OpenAI's strict mode: objects are closed and all their members required.</summary>
    private static List<string> Strict(JsonElement schema, string place)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return [$"{place} is no schema"];
        List<string> problems = [];
        if (schema.TryGetProperty("properties", out var properties))
        {
            if (!schema.TryGetProperty("additionalProperties", out var open) || open.ValueKind != JsonValueKind.False)
                problems.Add($"{place} needs \"additionalProperties\": false");
            var required = schema.TryGetProperty("required", out var listed) ? listed.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
            foreach (var property in properties.EnumerateObject())
            {
                if (!required.Contains(property.Name))
                    problems.Add($"{place} has to require {property.Name}");
                problems.AddRange(Strict(property.Value, property.Name));
            }
        }
        if (schema.TryGetProperty("items", out var items))
            problems.AddRange(Strict(items, place + " items"));
        return problems;
    }

    [GeneratedRegex("^[0-9A-Za-z_]+$")]
    private static partial Regex FunctionName();
}
