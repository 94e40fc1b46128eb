using InterviewAgent.Settings;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Servers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.SignIn;

/// <summary>Keys of cookies and antiforgery tokens, in the store, so that neither a restart nor another server signs anybody out.</summary>
internal static class SessionKeys
{
    public static void AddSessionKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var store = SettingsSection.Rooted(configuration, configuration["Storage:Path"] ?? new StorageOptions().Path);
        var earlier = Path.Combine(Path.GetDirectoryName(store)!, "keys");
        services.AddDataProtection().SetApplicationName("InterviewAgent");
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<InterviewAgentDb>, KeySeal, TimeProvider>(
            (keys, factory, seal, clock) => keys.XmlRepository = new StoredSessionKeys(factory, seal, clock, earlier));
        // It warns that it does not encrypt what it stores: that is the seal's work here.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }
}
