using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Interviewing.Guides;

/// <summary>The YAML of prompts/guides as it is written.</summary>
internal static class GuideFiles
{
    internal static T Read<T>(string path)
    {
        try
        {
            var deserializer = new DeserializerBuilder()
                .WithNamingConvention(HyphenatedNamingConvention.Instance)
                .WithTypeConverter(new WordingConverter(Path.GetFileName(path)))
                .Build();
            return deserializer.Deserialize<T>(File.ReadAllText(path))
                ?? throw new GuideRefusedException([$"{Path.GetFileName(path)}: the file is empty"]);
        }
        catch (YamlException broken)
        {
            throw new GuideRefusedException(
                [$"{Path.GetFileName(path)}, line {broken.Start.Line}: {broken.InnerException?.Message ?? broken.Message}"], broken);
        }
    }

    internal sealed class CoreFile
    {
        public int Version { get; set; }
        public Dictionary<string, List<string>> Phases { get; set; } = [];
        public List<PairEntry> Pairs { get; set; } = [];
        public List<TextEntry> Topics { get; set; } = [];
    }

    internal sealed class PairEntry
    {
        public string Favourable { get; set; } = "";
        public string Unfavourable { get; set; } = "";
    }

    internal sealed class SideFile
    {
        public string Id { get; set; } = "";
        public Accounts.Side Side { get; set; }
        public Dictionary<string, Dictionary<ProbeKind, List<TextEntry>>> Probes { get; set; } = [];
    }

    internal sealed class TextsFile
    {
        public int Version { get; set; }
        public List<Wording> Acknowledgements { get; set; } = [];
        public Wording? Covered { get; set; }
        public Dictionary<ProbeKind, List<TextEntry>> Quotes { get; set; } = [];
        public List<TextEntry> Texts { get; set; } = [];
    }

    internal sealed class TextEntry
    {
        public string Id { get; set; } = "";
        public Wording? Ask { get; set; }
        public Wording? Twin { get; set; }
        public Wording? Plain { get; set; }
    }

    /// <summary>Keeps the line of every sentence.</summary>
    private sealed class WordingConverter(string file) : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(Wording);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            var scalar = parser.Consume<Scalar>();
            return new Wording(scalar.Value.Trim(), file, (int)scalar.Start.Line);
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
            throw new NotSupportedException("Guides are read, never written.");
    }
}
