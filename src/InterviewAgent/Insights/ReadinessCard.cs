using InterviewAgent.Accounts;

namespace InterviewAgent.Insights;

/// <summary>
/// The readiness of an account from day 0: six items, each present, contradicted or unknown, with the words it rests on. What was agreed
/// at the start counts until somebody is heard on it; then the newest word stands.
/// </summary>
public static class ReadinessCard
{
    /// <summary>Six items, always. Of one day's words the contradicting one stands.</summary>
    public static IReadOnlyList<ReadinessItem> Of(AccountVoice voice, AgreedAtStart start)
    {
        ArgumentNullException.ThrowIfNull(voice);
        ArgumentNullException.ThrowIfNull(start);
        return [.. Enum.GetValues<Readiness>().Select(item => Heard(item, voice) ?? Agreed(item, voice, start) ?? new ReadinessItem(item, ReadinessState.Unknown))];
    }

    private static ReadinessItem? Heard(Readiness item, AccountVoice voice) => voice.Interviews
        .SelectMany(interview => interview.Findings.Select(finding => (interview, finding, says: ReadinessRules.Of(item, finding))))
        .Where(word => word.says is not null)
        .OrderByDescending(word => word.interview.HeldOn).ThenByDescending(word => word.says).ThenBy(word => word.finding.Id, StringComparer.Ordinal)
        .Select(word => new ReadinessItem(item, word.says!.Value)
        {
            Finding = word.finding.Id, Role = word.interview.Role, On = word.interview.HeldOn,
        }).FirstOrDefault();

    /// <summary>The contract names a work to begin with, and a figure by which the result is known; the import names the users.</summary>
    private static ReadinessItem? Agreed(Readiness item, AccountVoice voice, AgreedAtStart start) => item switch
    {
        Readiness.FirstValuePath when start.Promises.FirstOrDefault(promise => promise.HasWorkflow) is { } promise => From(item, promise, voice),
        Readiness.ProofMetric when start.Promises.OrderByDescending(promise => promise.Kind).FirstOrDefault(promise => promise.HasFigure) is { } promise =>
            From(item, promise, voice),
        Readiness.UserGroup when start.EndUsers > 0 => new ReadinessItem(item, ReadinessState.Present) { On = voice.ContractSignedOn },
        _ => null,
    };

    private static ReadinessItem From(Readiness item, AgreedPromise promise, AccountVoice voice) =>
        new(item, ReadinessState.Present) { Promise = promise.Id, On = promise.On ?? voice.ContractSignedOn };
}

/// <summary>What is known of the account before anybody is heard.</summary>
/// <param name="EndUsers">Respondents with the role of an end user.</param>
public sealed record AgreedAtStart(IReadOnlyList<AgreedPromise> Promises, int EndUsers)
{
    public static AgreedAtStart From(IEnumerable<Promise> promises, IEnumerable<Respondent> people)
    {
        ArgumentNullException.ThrowIfNull(promises);
        ArgumentNullException.ThrowIfNull(people);
        return new AgreedAtStart(
            [.. promises.OrderBy(promise => promise.On).ThenBy(promise => promise.ExternalId, StringComparer.Ordinal).Select(promise => new AgreedPromise(
                promise.Id.ToString(), promise.Kind, !string.IsNullOrWhiteSpace(promise.Workflow), promise.Text.Any(char.IsDigit), promise.On))],
            people.Count(person => person.Role == Role.EndUser));
    }
}

/// <param name="HasWorkflow">The customer's own name of the work is known.</param>
/// <param name="HasFigure">A number stands in it: it can be measured.</param>
public sealed record AgreedPromise(string Id, PromiseKind Kind, bool HasWorkflow, bool HasFigure, DateOnly? On);

/// <summary>One item. Its words are a finding's or a promise's; both null: a fact of the import, or unknown.</summary>
public sealed record ReadinessItem(Readiness Item, ReadinessState State)
{
    public string? Finding { get; init; }
    public string? Promise { get; init; }
    public Role? Role { get; init; }
    public DateOnly? On { get; init; }
}
