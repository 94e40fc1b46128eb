using System.Text.Json.Serialization;

namespace InterviewAgent.Privacy;

/// <summary>Who may see a respondent's words; the respondent chooses, for all and per sentence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Visibility>))]
public enum Visibility
{
    /// <summary>Words may stand beside the respondent's name.</summary>
    [JsonStringEnumMemberName("with-my-name")] WithMyName,

    /// <summary>Words may be shown with the account and the role. The default of everything that was not read back.</summary>
    [JsonStringEnumMemberName("account-only")] AccountOnly,

    /// <summary>Feeds counts over at least five people in three accounts, and nothing else.</summary>
    [JsonStringEnumMemberName("totals-only")] TotalsOnly,

    /// <summary>To be removed.</summary>
    [JsonStringEnumMemberName("delete")] Delete,
}
