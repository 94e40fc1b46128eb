using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Interviewing.Intents;

/// <summary>
/// Tells an answer that is surely not English, by script and by the commonest words of other languages. In doubt it
/// is English: a false alarm would tell an English speaker to speak English.
/// </summary>
public sealed class LanguageDetector
{
    private const int Read = 2000;
    private readonly HashSet<string> english;
    private readonly List<HashSet<string>> others;

    private LanguageDetector(HashSet<string> english, List<HashSet<string>> others) => (this.english, this.others) = (english, others);

    public static LanguageDetector Load(string promptsFolder)
    {
        var file = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build()
            .Deserialize<Dictionary<string, Dictionary<string, string>>>(
                File.ReadAllText(Path.Combine(promptsFolder, "lexicons", "languages.yaml")))["languages"];
        HashSet<string> Words(string list) => [.. list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
        return new LanguageDetector(Words(file["en"]), [.. file.Where(entry => entry.Key != "en").Select(entry => Words(entry.Value))]);
    }

    public bool IsOther(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.Length > Read ? text[..Read] : text;
        var letters = read.Count(char.IsLetter);
        var foreignScript = read.Count(character => char.IsLetter(character) && character > '\u02af' && character < '\ufb00');
        if (foreignScript >= 2 && foreignScript * 2 > letters)
            return true;
        var words = Message.From(read).Whole.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var inEnglish = words.Count(english.Contains);
        var inOther = others.Max(language => words.Count(language.Contains));
        // Two of its words, more than English has, and one word in five.
        return inOther >= 2 && inOther > inEnglish && inOther * 5 >= words.Length;
    }
}
