namespace InterviewAgent.Prompts;

/// <summary>
/// A prompt as its file has it: Semantic Kernel's YAML prompt schema (its PromptTemplateConfig), so that a Semantic Kernel host loads
/// the file unchanged. Every property here is one that Semantic Kernel reads, by the same name and type.
/// </summary>
internal sealed class PromptFile
{
    public string? Name { get; set; }
    public string? Description { get; set; }
    public string? TemplateFormat { get; set; }
    public string Template { get; set; } = "";
    public List<InputVariable> InputVariables { get; set; } = [];
    public OutputVariable? OutputVariable { get; set; }
    public Dictionary<string, ExecutionSettings> ExecutionSettings { get; set; } = [];
}

/// <summary>Semantic Kernel's InputVariable; a default is a string there.</summary>
internal sealed class InputVariable
{
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public string? Default { get; set; }
    public bool IsRequired { get; set; } = true;
}

/// <summary>Semantic Kernel's OutputVariable; the schema is JSON in a string.</summary>
internal sealed class OutputVariable
{
    public string Description { get; set; } = "";
    public string? JsonSchema { get; set; }
}

/// <summary>Of a service's settings the ones that the OpenAI connectors of Semantic Kernel know; the key "default" is everybody's.</summary>
internal sealed class ExecutionSettings
{
    public float? Temperature { get; set; }
    public int? MaxTokens { get; set; }

    /// <summary>"json_object" or "text": what Semantic Kernel takes as a string. The schema itself stands in the output variable.</summary>
    public string? ResponseFormat { get; set; }
}
