namespace InterviewAgent.Accounts.Import.Crm;

/// <summary>What a CRM calls somebody's part in the purchase, in our five roles: Salesforce's standard Contact Roles and HubSpot's Buying Roles.</summary>
internal static class CrmRoles
{
    // Influencer, Evaluator, Blocker, Legal & Compliance, Other: whether somebody bought the product or works with it does not follow from these.
    private static readonly Dictionary<string, Role> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["buyer"] = Role.Buyer, ["decision maker"] = Role.Buyer, ["economic buyer"] = Role.Buyer, ["economic decision maker"] = Role.Buyer, ["budget holder"] = Role.Buyer,
        ["technical buyer"] = Role.Buyer, ["sponsor"] = Role.Sponsor, ["executive sponsor"] = Role.Sponsor, ["champion"] = Role.Champion, ["admin"] = Role.Admin,
        ["administrator"] = Role.Admin, ["system administrator"] = Role.Admin, ["end user"] = Role.EndUser, ["user"] = Role.EndUser, ["business user"] = Role.EndUser,
    };

    public static string Names => string.Join(", ", Known.Keys);

    /// <summary>Of several ("Decision Maker;End User") the one nearest to the purchase; null: none of them is known.</summary>
    public static Role? Find(string? written) => written?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(one => Known.TryGetValue(one.Replace('_', ' ').Replace('-', ' '), out var role) ? role : (Role?)null).OfType<Role>().Order().Select(role => (Role?)role).FirstOrDefault();
}
