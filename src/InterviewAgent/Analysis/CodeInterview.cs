namespace InterviewAgent.Analysis;

/// <summary>Codes one transcript: the built-in coder, or whatever was configured in its place. Pure and thread-safe.</summary>
public delegate CodedInterview CodeInterview(Transcript transcript);
