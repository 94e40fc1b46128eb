namespace InterviewAgent.Interviewing.Invitations;

/// <summary>What a person who is asked may answer without answering.</summary>
public enum Choice
{
    /// <summary>Nothing is sent about this check-in for some days.</summary>
    NotNow,

    /// <summary>It reached the wrong person: this check-in is not asked again, and the address is closed.</summary>
    NotMe,

    /// <summary>No contact ever again. A right, and never evidence.</summary>
    Never,
}

public static class ChoiceNames
{
    /// <summary>As addresses and files write it: "not-now".</summary>
    public static string Name(this Choice choice) => choice switch
    {
        Choice.NotNow => "not-now",
        Choice.NotMe => "not-me",
        _ => "never",
    };

    /// <summary>Null when there is none of this name.</summary>
    public static Choice? Find(string? name) =>
        Enum.GetValues<Choice>().Where(choice => choice.Name() == name).Select(choice => (Choice?)choice).FirstOrDefault();
}
