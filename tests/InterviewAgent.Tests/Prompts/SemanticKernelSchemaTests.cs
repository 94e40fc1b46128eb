using InterviewAgent.Prompts;
using YamlDotNet.RepresentationModel;

namespace InterviewAgent.Tests.Prompts;

/// <summary>
/// The files load in a Semantic Kernel host unchanged: its KernelFunctionYaml reads a PromptTemplateConfig with underscored names and
/// refuses a property that the class does not have. Listed here are the properties of its classes, and the YAML that fills each.
/// </summary>
public class SemanticKernelSchemaTests
{
    private enum Kind { Text, Number, Flag, Any }

    private static readonly Dictionary<string, Kind> Config = new() { ["name"] = Kind.Text, ["description"] = Kind.Text, ["template_format"] = Kind.Text, ["template"] = Kind.Text };

    // `default` is an object there that may only be a string; `json_schema` is JSON in a string.
    private static readonly Dictionary<string, Kind> Input = new()
    {
        ["name"] = Kind.Text, ["description"] = Kind.Text, ["default"] = Kind.Text, ["is_required"] = Kind.Flag, ["json_schema"] = Kind.Text,
    };

    private static readonly Dictionary<string, Kind> Output = new() { ["description"] = Kind.Text, ["json_schema"] = Kind.Text };

    // PromptExecutionSettings keeps what it does not know as extension data; these its OpenAI connectors read.
    private static readonly Dictionary<string, Kind> Settings = new()
    {
        ["service_id"] = Kind.Text, ["model_id"] = Kind.Text, ["temperature"] = Kind.Number, ["top_p"] = Kind.Number, ["max_tokens"] = Kind.Number,
        ["seed"] = Kind.Number, ["response_format"] = Kind.Any,
    };

    public static TheoryData<string> Files => [.. PromptLibrary.Files(Path.Combine(AppContext.BaseDirectory, "prompts"))
        .Select(path => Path.GetRelativePath(AppContext.BaseDirectory, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_file_has_only_what_Semantic_Kernel_reads_and_in_its_types(string path)
    {
        var root = Root(path);
        Check(root, Config, "input_variables", "output_variable", "execution_settings");
        Assert.Equal("handlebars", Text(root, "template_format"));
        Assert.Matches("^[0-9A-Za-z_]+$", Text(root, "name"));
        foreach (var variable in ((YamlSequenceNode)root.Children["input_variables"]).Cast<YamlMappingNode>())
            Check(variable, Input);
        Check((YamlMappingNode)root.Children["output_variable"], Output);
        var services = (YamlMappingNode)root.Children["execution_settings"];
        Assert.Contains("default", services.Children.Keys.Cast<YamlScalarNode>().Select(key => key.Value));
        foreach (var service in services.Children.Values.Cast<YamlMappingNode>())
        {
            Check(service, Settings);
            Assert.Contains(Text(service, "response_format"), new[] { "json_object", "text" });
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_messages_stand_at_the_top_where_its_chat_parser_looks(string path) =>
        Assert.StartsWith("<message role=\"system\">", Text(Root(path), "template"), StringComparison.Ordinal);

    private static void Check(YamlMappingNode node, Dictionary<string, Kind> known, params string[] nested)
    {
        foreach (var (key, value) in node.Children)
        {
            var name = ((YamlScalarNode)key).Value!;
            if (nested.Contains(name))
                continue;
            Assert.True(known.ContainsKey(name), $"Semantic Kernel has no property {name}");
            var text = Assert.IsType<YamlScalarNode>(value).Value!;
            Assert.True(known[name] switch
            {
                Kind.Number => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
                Kind.Flag => bool.TryParse(text, out _),
                _ => true,
            }, $"{name}: {text}");
        }
    }

    private static string Text(YamlMappingNode node, string name) => ((YamlScalarNode)node.Children[name]).Value!;

    private static YamlMappingNode Root(string path)
    {
        var yaml = new YamlStream();
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, path));
        yaml.Load(file);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
