using System.Text.RegularExpressions;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Storage;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Settings;

/// <summary>Failures that somebody outside can mend: a setting, a guide, a file. Server and command line say them in the same words.</summary>
public static partial class Unusable
{
    /// <summary>Each line names a place and what to do there; null for a failure that is ours.</summary>
    public static IReadOnlyList<string>? Lines(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure switch
        {
            BadInputException bad => [bad.Message],
            InvalidOperationException bad when bad.Message.Contains("ErrorOnUnknownConfiguration", StringComparison.Ordinal) => [UnknownKey(bad.Message)],
            InvalidOperationException bad when Unconvertible().Match(bad.Message) is { Success: true } said => [WrongValue(said)],
            InvalidDataException bad => [WithCause(bad)],
            UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException => [Unread(failure)],
            FileNotFoundException file when !IsPartOfTheProgram(file) => [Unread(file)],
            OptionsValidationException bad => [.. bad.Failures.Select(each => $"{each} Mend it in appsettings.json or in the environment.")],
            GuideRefusedException bad => ["The guide is refused, and nothing is asked until it is mended:", .. bad.Problems.Select(each => "  " + each)],
            not null when StoreFailure.Unreachable(failure) is { } why => [why],
            AggregateException many when many.InnerExceptions.Select(Lines).ToList() is var all && !all.Contains(null) => [.. all.SelectMany(lines => lines!)],
            _ => null,
        };
    }

    /// <param name="said">"…, but the following properties were not found on the instance of InterviewAgent.Storage.StorageOptions: 'Pth'"</param>
    private static string UnknownKey(string said) =>
        $"The settings of {said.Split(" instance of ")[^1].Split(':')[0].Split('.')[^1].Replace("Options", "", StringComparison.Ordinal)}: "
        + $"there is no key {said[(said.LastIndexOf(':') + 1)..].Trim()}. Mend it in appsettings.json or in the environment.";

    /// <summary>Without the value itself: it may be a secret that stands under the wrong key.</summary>
    private static string WrongValue(Match said)
    {
        var wanted = said.Groups["type"].Value is var type && typeof(Unusable).Assembly.GetType(type) is { IsEnum: true } names
            ? "one of " + string.Join(", ", Enum.GetNames(names))
            : type switch
            {
                "System.Int32" or "System.Int64" => "a whole number",
                "System.Double" or "System.Decimal" => "a number",
                "System.Boolean" => "true or false",
                "System.TimeSpan" => "a span such as 00:15:00",
                _ => $"a value of {type}",
            };
        return $"Setting {said.Groups["key"].Value}: its value cannot be read. Write {wanted}, in appsettings.json or in the environment.";
    }

    [GeneratedRegex("^Failed to convert configuration value .*at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unconvertible();

    private static string Unread(Exception failure) => $"{failure.Message} Name a file that can be read, or a folder that can be written to.";

    /// <summary>The settings' own reader says which file it is, and what is wrong in it two failures below.</summary>
    private static string WithCause(InvalidDataException bad) =>
        bad.GetBaseException().Message is var cause && bad.Message.Contains(cause, StringComparison.Ordinal) ? bad.Message : $"{bad.Message} {cause}";

    private static bool IsPartOfTheProgram(FileNotFoundException file) => file.FileName?.Contains(", Version=", StringComparison.Ordinal) == true;
}
