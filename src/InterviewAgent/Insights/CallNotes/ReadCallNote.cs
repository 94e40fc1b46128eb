using InterviewAgent.Privacy;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>The call note of a flag, for those who may know of its account.</summary>
public sealed class ReadCallNote(LoadCallNoteFacts load, WriteCallNote write, WordCallNote word)
{
    /// <summary>A model is configured that can word it.</summary>
    public bool CanBeWorded => word.IsConfigured;

    /// <summary>Null: no such flag for this viewer.</summary>
    /// <param name="worded">With a model's sentences where it is configured; never inside a transaction.</param>
    public async Task<CallNote?> Of(Viewer viewer, Guid flagId, bool worded = false, CancellationToken cancellation = default)
    {
        if (await load.Of(viewer, flagId, cancellation) is not { } facts)
        {
            return null;
        }
        var note = write.From(facts);
        return worded ? await word.Run(note, facts, cancellation) : note;
    }
}
