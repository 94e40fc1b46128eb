using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Respondents;

/// <summary>Who plays a persona in one interview: code, or a model where one is configured.</summary>
internal interface IPlayPersona
{
    /// <summary>Planted facts that came out.</summary>
    IReadOnlyCollection<string> Told { get; }

    /// <summary>The last message was a refusal.</summary>
    bool Declined { get; }

    string Hear(Reply asked);
}
