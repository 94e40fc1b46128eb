using System.Text.Json.Serialization;

namespace InterviewAgent.Accounts;

/// <summary>What a respondent is to the rollout, in the codebook's words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    [JsonStringEnumMemberName("buyer")] Buyer,
    [JsonStringEnumMemberName("sponsor")] Sponsor,
    [JsonStringEnumMemberName("champion")] Champion,
    [JsonStringEnumMemberName("admin")] Admin,
    [JsonStringEnumMemberName("end-user")] EndUser,
}

/// <summary>The two sides whose answers are laid side by side.</summary>
public enum Side { Buyer, User }

public static class RoleSides
{
    /// <summary>Buyer side: buyer, sponsor, champion. User side: admin, end-user.</summary>
    public static Side Side(this Role role) => role is Role.Admin or Role.EndUser ? Accounts.Side.User : Accounts.Side.Buyer;
}
