using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>Did anybody take it to the vendor? Then the account is loud, and others already know.</summary>
internal static class VendorKnows
{
    /// <summary>By each person's last word on it: more say that they told than say that they did not.</summary>
    public static bool Of(IReadOnlyList<HeardInterview> current)
    {
        var told = current.SelectMany(interview => interview.Readings
                .Where(reading => reading.Dimension == ReadingDimension.ToldVendor)
                .Select(reading => (interview.Person, interview.HeldOn, Told: reading.Value >= 1)))
            .GroupBy(word => word.Person).Select(words => words.MaxBy(word => word.HeldOn).Told).ToList();
        return told.Count(yes => yes) > told.Count(yes => !yes);
    }
}
