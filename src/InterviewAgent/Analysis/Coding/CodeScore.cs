using System.Globalization;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;

namespace InterviewAgent.Analysis.Coding;

/// <summary>How strongly one or two sentences speak for a code: from 0 on it is a finding.</summary>
internal readonly record struct CodeScore(CodeModel Code, Unit Unit, double Score)
{
    private const int MostReasons = 4;

    /// <summary>The clause that weighs most and the features that made it, strongest first. Names words by their stems, and quotes nothing.</summary>
    public string Because(FeatureSpace space)
    {
        var (weights, unit) = (Code.Words, Unit);
        var reasons = unit.Features.Named
            .Select(feature => (feature.Key, Weight: space.Numbers.TryGetValue(feature.Key, out var at) ? feature.Value * weights[at] : 0))
            .Where(feature => feature.Weight > 0).OrderByDescending(feature => feature.Weight).Take(MostReasons).Select(feature => Named(feature.Key));
        return string.Create(CultureInfo.InvariantCulture, $"{Score:0.0} above its threshold{Clause(space)}: {string.Join(", ", reasons)}");
    }

    private string Clause(FeatureSpace space)
    {
        var weights = Code.Words;
        Sentence[] sentences = Unit.IsPair ? [Unit.First.Sentence, Unit.Last.Sentence] : [Unit.First.Sentence];
        var clauses = sentences.SelectMany(sentence => sentence.Clauses.Select(clause => sentence.Tokens[clause.From..clause.To]
            .Sum(token => space.Numbers.TryGetValue("w:" + Stem.Of(token.Text), out var at) ? weights[at] : 0))).ToList();
        return clauses.Count < 2 ? "" : string.Create(CultureInfo.InvariantCulture, $", clause {clauses.IndexOf(clauses.Max()) + 1} of {clauses.Count}");
    }

    private static string Named(string feature) => feature[0] switch
    {
        'p' => $"pattern {feature[2..]}",
        'c' => $"cue {feature[2..].ToLowerInvariant()}",
        'n' => $"not {feature[2..]}",
        _ => feature[2..],
    };
}
