using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>Did anybody take it to the vendor? Then the account is loud, and others already know.</summary>
internal static class VendorKnows
{
    public static bool Of(IReadOnlyList<HeardInterview> current) =>
        current.Any(interview => interview.Readings.Any(reading => reading is { Dimension: ReadingDimension.ToldVendor, Value: >= 1 }));
}
