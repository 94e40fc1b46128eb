using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Benchmarks.Insights;

/// <summary>Some hundred different interviews, each coded once by the built-in coder: what the generated accounts say is picked from them.</summary>
internal static class SaidInterviews
{
    private const int Different = 400;

    /// <summary>Every fourth has one answer more: eight interviews then have a hundred turns.</summary>
    private const int Answers = 6;

    private static readonly string[] Questions =
    [
        "Where do things stand today?", "How is the daily plan made now?", "What gets in the way?", "What results do you see?",
        "Who have you talked to about this?", "What is planned from here?", "What else is there?",
    ];

    private static readonly string[] Sentences =
    [
        "I keep my own {0} next to it, because the {1} is easier to change there.", "Every {2} we print the {0} and pin it to the board.",
        "The interface to the {1} drops the order number, so we type it in twice.", "Nobody decides who owns the {0}, each {1} does its own thing.",
        "The board has moved on to the merger and the {0} is not on the agenda any more.", "My manager asks for the old {0} on {2}, so the old {0} gets made.",
        "The training was one webinar and the {1} was not in it.", "We log in on {2}, look at the {0}, and go back to the spreadsheet.",
        "The {0} went from eleven percent to nine since we use it.", "Without it the {1} would stand still, I open it before my coffee.",
        "Nobody believes the forecast, so the {1} is counted by hand.", "The tablet has no signal in the {1} and the {0} is gone when it comes back.",
        "Finance is asking two others for offers before the {0} in November.", "In the demo the {0} was automatic, here we do it by hand every {2}.",
        "I have no hours for it, there are three of us for the whole {1}.", "It is fine, honestly, we work around the {0}.",
        "The licence for the {1} people has not come, they share one password.", "Legal has not signed the {0} and until then the {1} may not be loaded.",
        "We have agreed to switch the old {0} off at the end of the month.", "Petra runs the {0} and decides about it.",
        "The {1} data is dirty, half of the fields are empty.", "It was down twice on {2} and the {1} waited.",
        "Everyone is excited and the {0} is a priority for the leadership.", "I have told nobody, I did not want to make a fuss about the {0}.",
    ];

    private static readonly string[] Things =
    [
        "roster", "invoice", "delivery note", "stock list", "price list", "contract", "report", "checklist", "calendar", "route", "ticket", "budget", "quote",
        "menu", "drawing", "recipe", "timetable", "inventory", "inspection", "claim", "handover", "warranty", "mixing plan", "harvest sheet", "load list",
    ];

    private static readonly string[] Places =
    [
        "warehouse", "depot", "ward", "kitchen", "branch", "laboratory", "workshop", "harbour", "vineyard", "garage", "quarry", "archive", "call centre",
        "customs desk", "pharmacy", "bakery", "mill", "stable", "hangar", "ferry", "school", "theatre", "nursery", "sawmill", "brewery",
    ];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    public static IReadOnlyList<SaidInterview> Code(BuiltInCoder coder)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, Different).Select(_ =>
        {
            var answers = Enumerable.Range(0, Answers + (random.Next(4) == 0 ? 1 : 0)).Select(_ => string.Join(' ', Enumerable.Range(0, 2 + random.Next(2)).Select(_ => Sentence(random)))).ToList();
            TranscriptTurn[] turns = [.. answers.SelectMany((answer, i) => new[]
            {
                new TranscriptTurn((2 * i) + 1, Speaker.Interviewer, Questions[i]), new TranscriptTurn((2 * i) + 2, Speaker.Participant, answer),
            })];
            return new SaidInterview(turns, coder);
        })];
    }

    private static string Sentence(Random random) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, Sentences[random.Next(Sentences.Length)], Things[random.Next(Things.Length)], Places[random.Next(Places.Length)], Days[random.Next(Days.Length)]);
}

/// <summary>One transcript, and what the coder finds in it for each role and checkpoint at which it may be held.</summary>
internal sealed class SaidInterview(IReadOnlyList<TranscriptTurn> turns, BuiltInCoder coder)
{
    private readonly Dictionary<(Role, Checkpoint), CodedInterview> codings = [];

    public IReadOnlyList<TranscriptTurn> Turns => turns;

    public CodedInterview For(Role role, Checkpoint checkpoint) =>
        codings.TryGetValue((role, checkpoint), out var known) ? known : codings[(role, checkpoint)] = coder.Code(new Transcript("benchmark", role, checkpoint, turns));
}
