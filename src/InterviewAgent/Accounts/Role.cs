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

    /// <summary>As files and settings write it: "end-user".</summary>
    public static string Name(this Role role) => role switch
    {
        Role.Buyer => "buyer",
        Role.Sponsor => "sponsor",
        Role.Champion => "champion",
        Role.Admin => "admin",
        _ => "end-user",
    };

    /// <summary>The role of this name; null when there is none.</summary>
    public static Role? Find(string name) => Enum.GetValues<Role>()
        .Where(role => role.Name().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(role => (Role?)role).FirstOrDefault();
}
