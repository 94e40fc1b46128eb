using InterviewAgent.Evals.Respondents;
using InterviewAgent.Evals.Simulations;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Evals.Suites;

/// <summary>Where a suite holds its simulated interviews: the real engine on one prompts folder, opened when first asked.</summary>
internal sealed class InterviewRoom(IConfiguration settings, string promptsFolder) : IAsyncDisposable
{
    private readonly SimulatedClock clock = new();
    private Rehearsal? rehearsal;

    internal PlayedInterview Play(Persona persona, QuestionReading reading, int dice)
    {
        // Runs score one sample after the other, on a thread of their own.
        rehearsal ??= Rehearsal.Open(settings, clock, promptsFolder).GetAwaiter().GetResult();
        return PlayOne.Run(rehearsal, clock, persona, reading, dice, adaptive: true, CancellationToken.None).GetAwaiter().GetResult();
    }

    public async ValueTask DisposeAsync()
    {
        if (rehearsal is not null) await rehearsal.DisposeAsync();
    }
}
