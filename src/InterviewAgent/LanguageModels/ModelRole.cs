namespace InterviewAgent.LanguageModels;

/// <summary>What a model is used for; each has settings of its own.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<ModelRole>))]
public enum ModelRole { Interviewing, Analysis, Judging }
