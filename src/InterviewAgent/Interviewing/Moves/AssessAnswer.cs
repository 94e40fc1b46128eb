using System.Text.RegularExpressions;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Intents;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>Reads by rules what an answer holds: event, consequence, cause, generalities, and a phrase worth a quote probe.</summary>
public sealed class AssessAnswer
{
    private const int Read = 6000;
    private readonly Regex happened;
    private readonly Regex followed;
    private readonly Regex because;
    private readonly Regex vague;
    private readonly Regex empty;
    private readonly List<(string Text, Regex Cue)> questions;
    private readonly PickQuote quotes;
    private readonly HashSet<string> function;

    private AssessAnswer(LexiconFile file)
    {
        happened = Compile(file.Event);
        followed = Compile(file.Consequence);
        because = Compile(file.Cause);
        vague = Compile(file.Vague);
        empty = Compile(file.Empty);
        questions = file.Questions.ConvertAll(entry => (entry.Text, Compile([entry])));
        function = [.. file.Function.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        quotes = new PickQuote(file.Quotes.ConvertAll(entry => (entry.Kind, Compile([entry]))), file.Function);
    }

    public static AssessAnswer Load(string promptsFolder) => new(
        new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build()
            .Deserialize<LexiconFile>(File.ReadAllText(Path.Combine(promptsFolder, "lexicons", "en", "answers.yaml"))));

    internal Assessment Of(string text, IEnumerable<Respondent> people)
    {
        var read = text.Length > Read ? text[..Read] : text;
        var whole = Message.From(read).Whole;
        var (what, kind) = quotes.From(read, people.Select(person => person.Name).OfType<string>());
        return new Assessment(CountWords.In(text), happened.IsMatch(whole), followed.IsMatch(whole), because.IsMatch(whole), vague.IsMatch(whole), what, kind,
            empty.IsMatch(whole), questions.Find(question => question.Cue.IsMatch(whole)).Text);
    }

    /// <summary>Worth showing to its speaker as something they said: three words or more, two of which, not the same, have content.</summary>
    internal bool SaysSomething(string sentence)
    {
        var whole = Message.From(sentence.Length > Read ? sentence[..Read] : sentence).Whole;
        var words = whole.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3 && !empty.IsMatch(whole)
            && words.Where(word => word.Length > 1 && word.Any(char.IsLetter) && !function.Contains(word)).Distinct().Count() >= 2;
    }

    private static Regex Compile(IEnumerable<Entry> entries) => new(
        "(?:^| )(?:" + string.Join('|', entries.Select(entry => entry.Pattern)) + ")(?: |$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    internal sealed class LexiconFile
    {
        public List<Entry> Event { get; set; } = [];
        public List<Entry> Consequence { get; set; } = [];
        public List<Entry> Cause { get; set; } = [];
        public List<Entry> Vague { get; set; } = [];
        public List<Entry> Empty { get; set; } = [];
        public List<Entry> Questions { get; set; } = [];
        public List<Entry> Quotes { get; set; } = [];

        /// <summary>Words without content, separated by blanks: a quote needs one that is not among them.</summary>
        public string Function { get; set; } = "";
    }

    internal sealed class Entry
    {
        public string Pattern { get; set; } = "";
        public ProbeKind Kind { get; set; }

        /// <summary>Of a question: the id of the text that answers it.</summary>
        public string Text { get; set; } = "";
        public string Example { get; set; } = "";
    }
}
