using System.Text.Json.Serialization;

namespace InterviewAgent.Analysis.Promises;

/// <summary>What is said of a promise now. Ordered from nothing to the gravest.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromiseState>))]
public enum PromiseState
{
    /// <summary>No answer is about it, which is neither agreement nor the opposite.</summary>
    [JsonStringEnumMemberName("not mentioned")] NotMentioned,

    /// <summary>Reached, on its way, or still named as the aim.</summary>
    [JsonStringEnumMemberName("held")] Held,

    /// <summary>In so many words nobody asks about it any more, or those who spoke of it have since spoken without it.</summary>
    [JsonStringEnumMemberName("forgotten")] Forgotten,

    /// <summary>Another aim, date, scope or meaning of "done" has taken its place.</summary>
    [JsonStringEnumMemberName("changed")] Changed,

    /// <summary>What is described is not what was promised.</summary>
    [JsonStringEnumMemberName("contradicted")] Contradicted,
}
