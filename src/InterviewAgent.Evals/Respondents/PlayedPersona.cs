using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Respondents;

/// <summary>A persona in one interview: hears each turn and answers it.</summary>
internal sealed class PlayedPersona(Persona persona, QuestionReading reading, Random random)
{
    private readonly HashSet<Subject> used = [];
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private Subject? open;
    private int shrugs;

    /// <summary>Planted facts that came out.</summary>
    internal IReadOnlyCollection<string> Told => told;

    /// <summary>The last message was a refusal.</summary>
    internal bool Declined { get; private set; }

    internal string Hear(Reply asked)
    {
        Declined = false;
        return asked.Move switch
        {
            MoveKind.AskConsent => "Yes, start",
            MoveKind.Pause => "continue",
            MoveKind.ReadBack => "my account only",
            MoveKind.Probe or MoveKind.QuoteProbe => More(asked.Text) ?? Shrug(persona.Closed),
            MoveKind.CoreQuestion => Core(asked.Text),
            _ => Shrug(persona.Closed),
        };
    }

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
