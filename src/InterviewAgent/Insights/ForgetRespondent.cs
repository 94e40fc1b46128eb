using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Erasures;

namespace InterviewAgent.Insights;

/// <summary>
/// Erases a person, then what had been made of their words (themes, readings, flags), then the bytes of both. The command line and the
/// administrators' page do it by this.
/// </summary>
public sealed class ForgetRespondent(WhatIsHeld held, EraseRespondent erase, ReadVoices voices, KeepErasures keep)
{
    /// <summary>Null: nobody is known under this id, or they were erased before.</summary>
    /// <param name="who">Who asked for it, for the audit.</param>
    public async Task<Forgotten?> Run(Guid respondentId, string who, CancellationToken cancellation = default)
    {
        var holdings = await held.Of(respondentId, cancellation);
        if (!await erase.Run(respondentId, who, cancellation))
        {
            return null;
        }
        // The person is gone from here on: whoever asked is told so, whatever becomes of the rest, which the server's sweeps do as well.
        var read = true;
        try
        {
            await voices.Run(CancellationToken.None);
        }
        catch (AggregateException)
        {
            read = false; // An account that cannot be read keeps its mark; the sweep says why in the log.
        }
        return new Forgotten(holdings, await keep.Run(CancellationToken.None) && read);
    }
}

/// <param name="Held">What there was, and what has left the product and must be asked for elsewhere.</param>
/// <param name="Scrubbed">False: bytes of it are still in the store's files; a running server removes them within a minute.</param>
public sealed record Forgotten(Holdings Held, bool Scrubbed);
