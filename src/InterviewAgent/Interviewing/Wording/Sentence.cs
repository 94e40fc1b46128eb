namespace InterviewAgent.Interviewing.Wording;

/// <summary>Tokens <paramref name="First"/> up to, not including, <paramref name="End"/>; the closing mark is inside.</summary>
internal sealed record Sentence(int First, int End, bool HasQuestionMark);

/// <summary>Words between quotation marks: tokens, and the characters of the folded text between the marks.</summary>
/// <param name="IsRespondents">True: the respondent said exactly this, whole words, case aside.</param>
internal sealed record Quote(int First, int End, string Cased, bool IsRespondents);

/// <summary>One place where something is asked: the words from its opener on, within its sentence.</summary>
internal sealed record Ask(int First, int End, AskForm Form);

/// <summary>How a thing is asked. <see cref="Tell"/> is "tell me", "describe", "walk me through".</summary>
internal enum AskForm { Open, Tell, Closed, Tag, Fragment }
