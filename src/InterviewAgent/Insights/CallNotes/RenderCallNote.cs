using InterviewAgent.Insights.Digests;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>A note as lines of plain text, for a terminal or a printer.</summary>
public sealed class RenderCallNote(CallNoteTexts texts)
{
    public IEnumerable<string> Lines(CallNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return
        [
            note.Title, texts.Internal,
            .. Part("before",
            [
                $"{texts.Labels["call"]}: {note.Call}{(note.Due is { } due ? $" Due {DigestTexts.Day(due)}." : "")}", $"{texts.Labels["why"]}: {note.WhyNow}",
                $"{texts.Labels["promise"]}: {note.Promise}",
                .. note.Changed.Select(line => $"{texts.Labels["changed"]}: {line}"), .. note.LastTime.Select(line => $"{texts.Labels["last"]}: {line}"),
            ]),
            .. Part("named", note.MayBeNamed.Select(item => item.Words is { } words ? $"{item.Text} \u201c{words}\u201d" : item.Text)),
            .. Part("open", note.Questions),
            .. Part("never", note.NotMentioned),
            .. Part("steps", note.Steps.Select(step => $"{char.ToUpperInvariant(step.Topic[0])}{step.Topic[1..]}: {step.Step}")),
        ];
    }

    private IEnumerable<string> Part(string part, IEnumerable<string> lines) => ["", texts.Parts[part], .. lines.Select(line => "- " + line)];
}
