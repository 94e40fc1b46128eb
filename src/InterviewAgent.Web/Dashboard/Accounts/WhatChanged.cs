using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>One sentence: what the newest check-in brought that was not heard before, and what was not heard again.</summary>
internal static class WhatChanged
{
    private const int MostNames = 3;

    public static string Sentence(IReadOnlyList<Interview> interviews, IReadOnlyList<CodeVoices> codes)
    {
        if (interviews.Count == 0)
        {
            return "Nobody of this account has been heard yet.";
        }

        var newest = interviews.Max(interview => interview.Checkpoint);
        var now = interviews.Where(interview => interview.Checkpoint == newest).ToList();
        var (from, until) = (now.Min(interview => interview.HeldOn), now.Max(interview => interview.HeldOn));
        var opening = $"Last heard at {Say.At(newest)}, {Say.Day(until)}";
        if (now.Count == interviews.Count)
        {
            return $"{opening}: the first check-in, so there is nothing to compare it with.";
        }

        var problems = codes.Where(code => code.Kind is FindingKind.Friction or FindingKind.Drift).ToList();
        var fresh = problems.Where(code => code.FirstOn >= from).ToList();
        var gone = problems.Where(code => code.LastOn < from).ToList();
        return (fresh, gone) switch
        {
            ([], []) => $"{opening}: nothing that was not heard before.",
            (_, []) => $"{opening}. New: {Names(fresh)}.",
            ([], _) => $"{opening}: nothing new. Not heard again: {Names(gone)}.",
            _ => $"{opening}. New: {Names(fresh)}. Not heard again: {Names(gone)}.",
        };
    }

    private static string Names(List<CodeVoices> codes)
    {
        var named = string.Join(", ", codes.Take(MostNames).Select(code => char.ToLowerInvariant(code.Name[0]) + code.Name[1..]));
        return codes.Count > MostNames ? $"{named} and {codes.Count - MostNames} more" : named;
    }
}
