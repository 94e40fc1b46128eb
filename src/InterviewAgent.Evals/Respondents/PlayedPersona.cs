using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Respondents;

/// <summary>A persona in one interview: hears each turn and answers it.</summary>
internal sealed class PlayedPersona(Persona persona, QuestionReading reading, Random random) : IPlayPersona
{
    private readonly HashSet<Subject> used = [];
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private Subject? open;
    private int shrugs, answered;

    /// <summary>Planted facts that came out.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>The last message was a refusal.</summary>
    public bool Declined { get; private set; }

    public string Hear(Reply asked)
    {
        Declined = false;
        if (Procedure(asked.Move) is { } fixedWords) return fixedWords;
        // Who has had enough says so, once; the link stays open.
        if (persona.Patience > 0 && ++answered > persona.Patience) return "I have to go, please stop here.";
        return asked.Move switch
        {
            MoveKind.Probe or MoveKind.QuoteProbe => More(asked.Text) ?? Shrug(persona.Closed),
            MoveKind.CoreQuestion => Core(asked.Text),
            _ => Shrug(persona.Closed),
        };
    }

    /// <summary>What is no matter of the persona: consent, going on, and who may see the words; null: it is.</summary>
    internal static string? Procedure(MoveKind move) => move switch
    {
        MoveKind.AskConsent => "Yes, start",
        MoveKind.Pause => "continue",
        MoveKind.ReadBack => "my account only",
        _ => null,
    };

    private string Core(string question)
    {
        if (Declined = random.NextDouble() < persona.Declines) return "I would rather not say.";
        var words = QuestionReading.Words(question);
        open = persona.Answers.Where(answer => !used.Contains(answer)).Select(answer => (Answer: answer, Cues: answer.Cues.Count(cue => QuestionReading.Heard(words, cue))))
            .Where(answer => answer.Cues > 0).OrderByDescending(answer => answer.Cues).Select(answer => answer.Answer).FirstOrDefault();
        if (open is null) return Shrug(persona.Default);
        used.Add(open);
        return More(question) is { } more ? $"{open.Say} {more}" : open.Say;
    }

    private string? More(string question)
    {
        var asked = reading.AsksFor(question);
        var fact = open?.Behind.Find(fact => !told.Contains(fact.Fact) && fact.ComesOutWhenAskedFor.Exists(asked.Contains));
        if (fact is not null) told.Add(fact.Fact);
        return fact?.Say;
    }

    private string Shrug(List<string> words) => words[shrugs++ % words.Count];
}
