using System.Globalization;
using InterviewAgent.Analysis.Learning;

namespace InterviewAgent.Analysis.Coding;

/// <summary>How strongly one or two sentences speak for a code: from 0 on it is a finding.</summary>
internal readonly record struct CodeScore(CodeModel Code, Unit Unit, double Score)
{
    private const int MostReasons = 4;

    /// <summary>The features that made it, strongest first.</summary>
    public string Because(FeatureSpace space)
    {
        var (weights, unit) = (Code.Words, Unit);
        var reasons = unit.Features.Named
            .Select(feature => (feature.Key, Weight: space.Numbers.TryGetValue(feature.Key, out var at) ? feature.Value * weights[at] : 0))
            .Where(feature => feature.Weight > 0).OrderByDescending(feature => feature.Weight).Take(MostReasons).Select(feature => feature.Key);
        return string.Create(CultureInfo.InvariantCulture, $"{Score:0.0} above its threshold: {string.Join(", ", reasons)}");
    }
}
