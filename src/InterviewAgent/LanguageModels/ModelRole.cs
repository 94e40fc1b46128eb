namespace InterviewAgent.LanguageModels;

/// <summary>What a model is used for; each has settings of its own.</summary>
public enum ModelRole { Interviewing, Analysis, Judging }
