namespace InterviewAgent.Storage;

/// <summary>SQL beside its migration, carried by the assembly: what runs is what was reviewed.</summary>
internal static class Script
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Script).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration script {name} is not in the assembly."));
        return reader.ReadToEnd();
    }
}
