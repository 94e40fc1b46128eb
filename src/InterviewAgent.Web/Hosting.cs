using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Settings;
using InterviewAgent.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web;

/// <summary>What the server needs to be at home wherever it is started from.</summary>
internal static partial class Hosting
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A start that fails by what somebody outside can mend (a setting, a guide) says so in plain lines and ends with 2, as the command
    /// line does. Where a test hosts this program, the exception itself is wanted.
    /// </summary>
    public static void SayWhatIsToBeMended()
    {
        if (System.Reflection.Assembly.GetEntryAssembly() != typeof(Hosting).Assembly)
        {
            return;
        }

        // Only Kestrel throws this one, and it always ends the start; seen as it is thrown, since the host logs it with its trace before it is unhandled.
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => EndWith(Taken(thrown.Exception));
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) => EndWith(Unusable.Lines((Exception)unhandled.ExceptionObject));
    }

    private static void EndWith(IReadOnlyList<string>? lines)
    {
        if (lines is not null)
        {
            Console.Error.WriteLine(string.Join(Environment.NewLine, lines));
            Environment.Exit(2);
        }
    }

    /// <summary>Another program listens at our address already.</summary>
    private static IReadOnlyList<string>? Taken(Exception failure) => failure is IOException { InnerException: AddressInUseException }
        ? [$"{failure.Message} Another program listens there: stop it, or set ASPNETCORE_URLS (or --urls) to a free address."] : null;

    /// <summary>Settings, guides and word lists are read before the first visitor comes: a broken one stops the start, and nobody waits for them.</summary>
    public static async Task LoadEngine(this WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OpenInterview>();
        scope.ServiceProvider.GetRequiredService<ReceiveAnswer>();
        scope.ServiceProvider.GetRequiredService<Notices>();
    }

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

    /// <summary>
    /// The store as this build needs it. One that is away for the moment is waited for, and nobody is served meanwhile; what only a person can mend ends
    /// the start.
    /// </summary>
    public static async Task PrepareStore(this WebApplication app)
    {
        for (var wait = TimeSpan.FromMilliseconds(500); ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                await app.MigrateInDevelopment();
                await app.EraseAgain();
                return;
            }
            catch (Exception failure) when (StoreFailure.IsAway(failure))
            {
                Log.StoreAway(app.Logger, wait.TotalSeconds, Unusable.Lines(failure)?[0] ?? failure.Message);
                await Task.Delay(wait);
            }
        }
    }

    /// <summary>Elsewhere <c>interview-agent db migrate</c> does it, and /health/ready says when it has not been done.</summary>
    private static async Task MigrateInDevelopment(this WebApplication app)
    {
        var migrate = app.Services.GetRequiredService<MigrateDatabase>();
        if (app.Environment.IsDevelopment() || await migrate.IsNew())
        {
            await migrate.Run();
        }
    }

    /// <summary>What was erased and came back with a restored backup goes again before anybody can look; a store of another version waits for its migration.</summary>
    private static async Task EraseAgain(this WebApplication app)
    {
        if (await app.Services.GetRequiredService<MigrateDatabase>().Pending() is [])
        {
            await app.Services.GetRequiredService<ReplayErasures>().Run();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The start waits for the store, and nobody is served yet; it is asked again in {Seconds} s. {Why}")]
        public static partial void StoreAway(ILogger logger, double seconds, string why);
    }
}
