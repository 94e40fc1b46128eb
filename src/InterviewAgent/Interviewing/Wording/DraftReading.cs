using System.Collections.Frozen;

namespace InterviewAgent.Interviewing.Wording;

/// <summary>A draft, read once for all rules: folded, cut into tokens, sentences and quotes, with what it asks.</summary>
internal sealed class DraftReading
{
    /// <summary>No turn is as long as this many characters; what is longer is refused by R12 and read no further.</summary>
    public const int MostRead = 6000;

    private const int FewWords = 4;
    private readonly Dictionary<string, List<Span>> matches = new(StringComparer.Ordinal);
    private readonly bool[] clauseStarts;
    private readonly bool[] sentenceStarts;
    private readonly bool[] ownWords;
    private List<Ask>? asks;
    private bool? isEnglish;

    public DraftReading(string draft, DraftContext context, NeutralityLexicon lexicon)
    {
        Original = draft;
        Context = context;
        Lexicon = lexicon;
        Text = FoldedText.Of(draft.Length > MostRead ? draft[..MostRead] : draft, lexicon.Spelling);
        Tokens = Tokenizer.Tokens(Text, lexicon.Spelling);
        Said = new SaidWords(context.Said, lexicon.Spelling);
        Quotes = QuoteFinder.Find(Text, Tokens, Said);
        ownWords = new bool[Tokens.Count];
        foreach (var quote in Quotes.Where(quote => quote.IsRespondents))
        {
            Array.Fill(ownWords, true, quote.First, quote.End - quote.First);
        }

        Sentences = SentenceCutter.Cut(Tokens, ownWords);
        (sentenceStarts, clauseStarts) = Starts();
        Move = context.GuideKnown || context.MoveKnown ? context.Move : MoveReader.Read(this);
    }

    public string Original { get; }
    public DraftContext Context { get; }
    public NeutralityLexicon Lexicon { get; }
    public FoldedText Text { get; }
    public List<Token> Tokens { get; }
    public List<Sentence> Sentences { get; }
    public List<Quote> Quotes { get; }
    public SaidWords Said { get; }

    /// <summary>The context's move; in somebody else's transcript the one that the words look like.</summary>
    public MoveKind Move { get; }
    public List<Ask> Asks => asks ??= new AskFinder(this).Find();

    /// <summary>Frequent words of English outweigh those of other languages; always true of a few words.</summary>
    public bool IsEnglish => isEnglish ??= ReadsAsEnglish(Tokens);

    public bool StartsClause(int at) => at < clauseStarts.Length && clauseStarts[at];
    public bool StartsSentence(int at) => at < sentenceStarts.Length && sentenceStarts[at];

    /// <summary>True within quotation marks around words that the respondent said.</summary>
    public bool InOwnWords(int at) => ownWords[at];
    public bool WordAt(int at, string list) => at < Tokens.Count && Lexicon.WordSet(list).Contains(Tokens[at].Text);
    public Sentence SentenceOf(int at) => Sentences.Find(sentence => at < sentence.End) ?? Sentences[^1];
    public bool Asking(Sentence sentence) => Asks.Exists(ask => ask.First >= sentence.First && ask.First < sentence.End);
    public IEnumerable<Token> Words(int first, int end) => Tokens.Take(end).Skip(first).Where(token => token.IsWord);

    /// <summary>Phrases of one word list, outside the respondent's quoted words.</summary>
    public List<Span> Matches(string concern)
    {
        if (!matches.TryGetValue(concern, out var found))
        {
            found = Lexicon.Phrases(concern).Matches(Tokens, StartsClause, StartsSentence);
            found.RemoveAll(span => InOwnWords(span.First) && InOwnWords(span.End - 1));
            matches[concern] = found;
        }

        return found;
    }

    public string Words(Span span) => Original[Text.Origin(Tokens[span.First].Start)..Text.Origin(Tokens[span.End - 1].End)];

    public Breach Breach(string rule, RuleSeverity severity, string why, int first, int end)
    {
        if (Tokens.Count == 0 || first >= Tokens.Count || end <= first)
        {
            return new Breach(rule, severity, why, 0, Original.Length);
        }

        var start = Text.Origin(Tokens[first].Start);
        return new Breach(rule, severity, why, start, Math.Max(1, Text.Origin(Tokens[end - 1].End) - start));
    }

    public bool ReadsAsEnglish(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Where(token => token.IsWord).ToList();
        if (words.Count(word => word.Text[0] < '\u0250') * 2 < words.Count)
        {
            return false;
        }

        var english = words.Count(word => Lexicon.WordSet("function-words").Contains(word.Text));
        var other = words.Count(word => Lexicon.WordSet("other-languages").Contains(word.Text));
        return words.Count < FewWords || other <= english;
    }

    private (bool[] Sentences, bool[] Clauses) Starts()
    {
        var fillers = Lexicon.WordSet("fillers");
        var sentenceStart = new bool[Tokens.Count];
        var clauseStart = new bool[Tokens.Count];
        foreach (var sentence in Sentences)
        {
            var start = true;
            for (var at = sentence.First; at < sentence.End; at++)
            {
                sentenceStart[at] = start && Tokens[at].IsWord;
                clauseStart[at] = Tokens[at].IsWord && (start || !Tokens[at - 1].IsWord || (clauseStart[at - 1] && fillers.Contains(Tokens[at - 1].Text)));
                start = start && (!Tokens[at].IsWord || fillers.Contains(Tokens[at].Text));
            }
        }

        return (sentenceStart, clauseStart);
    }
}
