using InterviewAgent.Analysis.Learning;

namespace InterviewAgent.Analysis.Coding;

/// <summary>How strongly one or two sentences speak for a code: from 0 on it is a finding.</summary>
/// <param name="Because">The features that made it, strongest first.</param>
internal readonly record struct CodeScore(string Code, Unit Unit, double Score, string Because);
