using InterviewAgent.Settings;
using InterviewAgent.Storage;

namespace InterviewAgent.Web;

/// <summary>What the server needs to be at home wherever it is started from.</summary>
internal static class Hosting
{
    /// <summary>Beside the program, so that it is found from any working directory and in a published build alike.</summary>
    public static string WebRoot => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The root's appsettings.json, wherever the process started; the environment with the product's prefix comes last, as in the command line.</summary>
    public static void AddSettingsSources(this WebApplicationBuilder builder)
    {
        if (!File.Exists(Path.Combine(builder.Environment.ContentRootPath, "appsettings.json")))
        {
            builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
            {
                Path = "appsettings.json", Optional = true,
                FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(AppContext.BaseDirectory),
            });
        }

        builder.Configuration.AddEnvironmentVariables("INTERVIEW_AGENT__");
        if (string.IsNullOrEmpty(builder.Configuration[SettingsSection.RootKey]))
        {
            builder.Configuration[SettingsSection.RootKey] = builder.Environment.ContentRootPath;
        }
    }

    /// <summary>Elsewhere <c>interview-agent db migrate</c> does it, and /health/ready says when it has not been done.</summary>
    public static async Task MigrateInDevelopment(this WebApplication app)
    {
        var migrate = app.Services.GetRequiredService<MigrateDatabase>();
        if (app.Environment.IsDevelopment() || await migrate.IsNew())
        {
            await migrate.Run();
        }
    }
}
