using System.Text.RegularExpressions;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Web.Tests;

/// <summary>The whole application over a database of its own in a temporary folder.</summary>
public sealed partial class Site(params (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    /// <summary>Settings beside those of every test, and services in place of the product's; to be set before the first use.</summary>
    public Dictionary<string, string> Settings { get; init; } = settings.ToDictionary(one => one.Key, one => one.Value);
    public Action<IServiceCollection> Instead { get; init; } = _ => { };

    /// <summary>The server's clock; set it on to let hours pass.</summary>
    public ShiftedClock Clock { get; } = new();

    /// <summary>Listens on a port of its own; its address without the last slash.</summary>
    public string Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    private string folder = Directory.CreateTempSubdirectory("interview-agent-").FullName;
    private bool shares;

    /// <summary>Another server on the same store; dispose of it first.</summary>
    public Site Beside()
    {
        _ = Services; // Migrated by one.
        Site other = new() { Settings = Settings, Instead = Instead };
        Directory.Delete(other.folder);
        (other.folder, other.database, other.shares) = (folder, database, true);
        return other;
    }
    private string? database;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment("Testing");
        builder.UseSetting("Storage:Path", Path.Combine(folder, "test.db"));
        if (TestServer.Provider == StorageProvider.PostgreSql)
        {
            database ??= TestServer.NewDatabase(empty: false);
            builder.UseSetting("Storage:Provider", "PostgreSQL");
            builder.UseSetting("Storage:Connection", database);
        }
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        // What a test seeds, no sweep may read anew under its hands.
        builder.UseSetting("Jobs:Run", "false");
        builder.UseSetting("Links:KeyFile", Path.Combine(folder, "link-keys.json"));
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
        builder.ConfigureServices(SharedEngine.Use);
        builder.ConfigureServices(Instead);
    }

    /// <summary>Works on the database as the product's own code would.</summary>
    public async Task With(Func<InterviewAgentDb, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<InterviewAgentDb>());
    }

    /// <summary>What is read of all accounts, as the sweep would leave it.</summary>
    public Task Rebuilt() => Services.GetRequiredService<InterviewAgent.Insights.RebuildInsights>().Run(transcripts: false, resume: false, (_, _) => { });

    public async Task<string> NewSignInToken(string who = "M. Rossi", ViewerRole role = ViewerRole.Leader, string? owner = null)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IssueSignInLink>().For(new StaffMember(who, role, owner), "test", CancellationToken.None);
    }

    public HttpClient Stranger()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    public async Task<HttpClient> SignedIn(string who = "M. Rossi", ViewerRole role = ViewerRole.Leader, string? owner = null)
    {
        var client = Stranger();
        var response = await PressButton(client, $"/sign-in/{await NewSignInToken(who, role, owner)}");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
        return client;
    }

    /// <summary>Gets a page and posts the first form on it, as a browser does.</summary>
    public static async Task<HttpResponseMessage> PressButton(HttpClient client, string page, string? action = null, params (string, string)[] fields)
    {
        ArgumentNullException.ThrowIfNull(client);
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = FormToken(html);
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)).Append(new("__RequestVerificationToken", token)));
        return await client.PostAsync(new Uri(action ?? page, UriKind.Relative), form);
    }

    /// <summary>What a form of this page sends along to show that it was there.</summary>
    public static string FormToken(string html) => AntiforgeryField().Match(html).Groups[1].Value;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !shares && database is not null)
        {
            TestServer.Drop(database);
        }
        if (disposing && !shares && Directory.Exists(folder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex AntiforgeryField();
}
