using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>What is true of one person's check-in: whose product, how long, how many questions.</summary>
internal static class InvitationSlots
{
    public static IReadOnlyDictionary<string, string> Of(string? product, Guide guide, InterviewingOptions options) => new Dictionary<string, string>
    {
        ["vendor"] = Slot.Clean(options.Vendor),
        ["product"] = string.IsNullOrWhiteSpace(product) ? options.Product : Slot.Clean(product),
        ["contact"] = Slot.Clean(options.EscalationContact),
        ["minutes"] = Number(MakeOffer.Minutes(guide, options.Budget)),
        ["questions"] = Number(guide.Topics.Count + 1),
        ["probes"] = Number(options.Budget.Probes),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
