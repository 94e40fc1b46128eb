using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Insights;

/// <summary>
/// A regression case of the flag rule: an account's voice on a day, and whether it has to be flagged. Codes, numbers and days; people and
/// interviews are numbered anew, no word and no name is in it.
/// </summary>
public sealed record FlagCase(string Id, FlagExpectation Expected, DateOnly AsOf, AccountVoice Voice)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static FlagCase From(FlagExample example, AccountVoice voice)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(voice);
        return new FlagCase(example.Id.ToString(), example.Expected, example.AsOf, Numbered(UpTo(voice, example.AsOf)));
    }

    /// <summary>One line of a file of cases.</summary>
    public string Line() => JsonSerializer.Serialize(this, Options);

    /// <exception cref="BadInputException">The line is no case; names place and mend.</exception>
    public static FlagCase Read(string line, string place)
    {
        try
        {
            return JsonSerializer.Deserialize<FlagCase>(line, Options) is { Voice: { Interviews: not null, CheckIns: not null, Usage: not null, Health: not null } } read
                ? read : throw new BadInputException(place, "it is no case of the flag rule", "Write the file with interview-agent flags regressions export.");
        }
        catch (JsonException wrong)
        {
            throw new BadInputException(place, wrong.Message, "Write the file with interview-agent flags regressions export.");
        }
    }

    /// <summary>What was known at the end of that day.</summary>
    internal static AccountVoice UpTo(AccountVoice voice, DateOnly day) => voice with
    {
        Health = [.. voice.Health.Where(health => health.On <= day)],
        Usage = [.. voice.Usage.Where(week => voice.ContractSignedOn.AddDays(7 * week.Week) <= day)],
        Interviews = [.. voice.Interviews.Where(interview => interview.HeldOn <= day)],
        CheckIns = [.. voice.CheckIns.Where(checkIn => checkIn.Due <= day)],
    };

    private static AccountVoice Numbered(AccountVoice voice)
    {
        var interviews = CurrentVoice.InOrder(voice);
        var people = interviews.Select(interview => interview.Person).Concat(voice.CheckIns.OrderBy(checkIn => checkIn.Due).Select(checkIn => checkIn.Person))
            .Distinct().Select((person, at) => (person, at)).ToDictionary(one => one.person, one => $"p{one.at + 1}");
        return voice with
        {
            Id = "account",
            Interviews = [.. interviews.Select((interview, at) => interview with
            {
                Id = $"i{at + 1}", Person = people[interview.Person],
                Findings = [.. interview.Findings.Select((finding, n) => finding with { Id = $"i{at + 1}#{n}" })],
            })],
            CheckIns = [.. voice.CheckIns.Select(checkIn => checkIn with { Person = people[checkIn.Person] })],
        };
    }
}
