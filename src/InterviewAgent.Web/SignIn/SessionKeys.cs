using InterviewAgent.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace InterviewAgent.Web.SignIn;

/// <summary>Keys of cookies and antiforgery tokens, beside the data, so that a restart signs nobody out.</summary>
internal static class SessionKeys
{
    public static void AddSessionKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var store = SettingsSection.Rooted(configuration, configuration["Storage:Path"] ?? new Storage.StorageOptions().Path);
        var folder = Path.Combine(Path.GetDirectoryName(store)!, "keys");
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        services.AddDataProtection().SetApplicationName("InterviewAgent").PersistKeysToFileSystem(new DirectoryInfo(folder));
    }
}
