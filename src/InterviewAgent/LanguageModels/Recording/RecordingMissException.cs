namespace InterviewAgent.LanguageModels.Recording;

/// <summary>A strict replay was asked what was never recorded. Told apart from other bad input, because the mend is to record anew.</summary>
public sealed class RecordingMissException(string place, string problem, string mend) : BadInputException(place, problem, mend);
