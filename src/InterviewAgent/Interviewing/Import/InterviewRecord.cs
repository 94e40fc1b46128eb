using InterviewAgent.Accounts;
using InterviewAgent.Accounts.Import;
using InterviewAgent.Privacy;

namespace InterviewAgent.Interviewing.Import;

/// <summary>One held interview of a journey. What a file calls gold, findings or labels is never read.</summary>
internal sealed record InterviewRecord(
    string Id, DateOnly HeldOn, Checkpoint Checkpoint, RespondentRow Participant, string Language, Visibility Visibility,
    IReadOnlyList<TurnRecord> Turns, int Line, string Path)
{
    public static InterviewRecord Read(JsonField interview)
    {
        var (held, checkpoint) = (interview["heldOn"].Scalar(), interview["checkpoint"].Scalar());
        List<TurnRecord> turns = [];
        foreach (var turn in interview["turns"].Items())
        {
            if (turn.IsObject())
            {
                turns.Add(TurnRecord.Read(turn, turns.Count == 0 ? 1 : turns[^1].N + 1));
            }
        }

        for (var index = 1; index < turns.Count; index++)
        {
            if (turns[index].N <= turns[index - 1].N)
            {
                interview.Problems.Add(interview.Line, $"{interview.Path}.turns[{index}].n",
                    $"{turns[index].N} does not come after {turns[index - 1].N}", "Number the turns in the order they were said.");
            }
        }

        return new InterviewRecord(
            interview["id"].Scalar().Required(), held.Needed(held.Date()), checkpoint.Needed(checkpoint.Checkpoint()),
            Person(interview["participant"]), interview["language"].Scalar().Text() ?? "en",
            VisibilityOf(interview["visibility"].Scalar()), turns, interview.Line, interview.Path);
    }

    private static RespondentRow Person(JsonField person)
    {
        if (!person.IsThere || !person.IsObject())
        {
            person.Problems.Add(person.Line, person.Path, "it is missing", "Give the interview a participant with id and role.");
            return new RespondentRow("", null);
        }

        var role = person["role"].Scalar();
        return new RespondentRow(
            person["id"].Scalar().Required(), role.Needed(role.Role()), person["name"].Scalar().Text(), person["title"].Scalar().Text(),
            person["email"].Scalar().Text(), person["language"].Scalar().Text(), person["timeZone"].Scalar().Text(),
            person["aadObjectId"].Scalar().DirectoryId());
    }

    private static Visibility VisibilityOf(Field field) => field.OneOf(
        ("with-my-name", Visibility.WithMyName), ("account-only", Visibility.AccountOnly), ("my-account-only", Visibility.AccountOnly),
        ("totals-only", Visibility.TotalsOnly), ("delete", Visibility.Delete)).GetValueOrDefault(Visibility.AccountOnly);
}

/// <summary>One turn as it stands in the record: its own number, its words untouched.</summary>
internal sealed record TurnRecord(int N, Speaker Speaker, string Text, DateTimeOffset? At)
{
    /// <param name="turn">The turn's object.</param>
    /// <param name="next">Its number where the record gives none.</param>
    public static TurnRecord Read(JsonField turn, int next)
    {
        var (speaker, text) = (turn["speaker"].Scalar(), turn["text"]);
        if (!text.IsThere)
        {
            text.Problems.Add(text.Line, text.Path, "it is missing", "Give the turn its words; empty ones are written \"\".");
        }

        return new TurnRecord(
            turn["n"].Scalar().Number(1, 1_000_000) ?? next,
            speaker.Needed(speaker.OneOf(("interviewer", Speaker.Interviewer), ("participant", Speaker.Participant))),
            text.Verbatim() ?? "", turn["at"].Scalar().Time());
    }
}
