using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Analysis;

/// <summary>Where the built-in coder and a model differ on the same interviews: codes and ids, for researchers. No words.</summary>
public sealed class CompareOrigins(InterviewAgentDb db)
{
    public async Task<OriginComparison> Run(CancellationToken cancellation = default)
    {
        var interviews = await db.Interviews.AsNoTracking().Where(held => held.ModelCoding == nameof(Coded)).Select(held => held.Id).ToListAsync(cancellation);
        var found = await db.Findings.AsNoTracking()
            .Where(finding => db.Interviews.Any(held => held.Id == finding.InterviewId && held.ModelCoding == nameof(Coded)))
            .Select(finding => new { finding.InterviewId, finding.Code, BuiltIn = finding.Origin == FindingRows.BuiltIn, finding.Verified }).ToListAsync(cancellation);
        var pairs = found.Where(finding => finding.Verified).GroupBy(finding => (finding.InterviewId, finding.Code))
            .Select(same => new CodeByOrigin(same.Key.InterviewId, same.Key.Code, same.Any(one => one.BuiltIn), same.Any(one => !one.BuiltIn))).ToList();
        return new OriginComparison(
            interviews.Count, found.Count(finding => !finding.Verified),
            [.. pairs.GroupBy(pair => pair.Code).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new CodeAgreement(
                same.Key, same.Count(pair => pair is { BuiltIn: true, Model: true }), same.Count(pair => !pair.Model), same.Count(pair => !pair.BuiltIn),
                Kappa(same.Count(pair => pair is { BuiltIn: true, Model: true }), same.Count(pair => !pair.Model), same.Count(pair => !pair.BuiltIn), interviews.Count)))],
            [.. pairs.Where(pair => pair.BuiltIn != pair.Model).OrderBy(pair => pair.InterviewId).ThenBy(pair => pair.Code, StringComparer.Ordinal)]);
    }

    /// <summary>Cohen's kappa over interviews, code present or absent; null where chance alone explains all.</summary>
    private static double? Kappa(int both, int builtIn, int model, int all)
    {
        double first = both + builtIn, second = both + model;
        var agreed = (all - builtIn - model) / (double)all;
        var chance = (first * second + (all - first) * (all - second)) / ((double)all * all);
        return chance >= 1 ? null : (agreed - chance) / (1 - chance);
    }
}

/// <param name="Interviews">Coded by both.</param>
/// <param name="Unverified">Findings of the model whose quotes are not in the transcript; they are in no other figure.</param>
/// <param name="Differing">Every interview and code that one has and the other has not.</param>
public sealed record OriginComparison(int Interviews, int Unverified, IReadOnlyList<CodeAgreement> Codes, IReadOnlyList<CodeByOrigin> Differing);

/// <summary>Interviews that carry the code by both coders, and by one alone.</summary>
public sealed record CodeAgreement(string Code, int Both, int BuiltInOnly, int ModelOnly, double? Kappa);

public sealed record CodeByOrigin(Guid InterviewId, string Code, bool BuiltIn, bool Model);
