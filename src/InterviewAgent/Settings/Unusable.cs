using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Storage;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Settings;

/// <summary>Failures that somebody outside can mend: a setting, a guide, a file. Server and command line say them in the same words.</summary>
public static class Unusable
{
    /// <summary>Each line names a place and what to do there; null for a failure that is ours.</summary>
    public static IReadOnlyList<string>? Lines(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure switch
        {
            BadInputException bad => [bad.Message],
            OptionsValidationException bad => [.. bad.Failures.Select(each => $"{each} Mend it in appsettings.json or in the environment.")],
            GuideRefusedException bad => ["The guide is refused, and nothing is asked until it is mended:", .. bad.Problems.Select(each => "  " + each)],
            not null when StoreFailure.Unreachable(failure) is { } why => [why],
            AggregateException many when many.InnerExceptions.Select(Lines).ToList() is var all && !all.Contains(null) => [.. all.SelectMany(lines => lines!)],
            _ => null,
        };
    }
}
