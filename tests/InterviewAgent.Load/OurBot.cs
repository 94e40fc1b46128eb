using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Load;

/// <summary>The product as it is shipped, on a store of its own with people who are due.</summary>
internal sealed class OurBot(Channel channel) : Bot(channel)
{
    public const int People = 2400;
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-load-").FullName;

    public override string Name => "ours";
    public override bool Greets => true;

    /// <summary>Set: the conformance guide is on, with this secret.</summary>
    public string Guide { get; init; } = "";

    public string Store => Path.Combine(folder, "load.db");

    protected override async Task<ProcessStartInfo> Command()
    {
        Dictionary<string, string?> settings = new()
        {
            ["Storage:Path"] = Store,
            ["Links:KeyFile"] = Path.Combine(folder, "link-keys.json"),
            ["Links:PublicAddress"] = Address.ToString().TrimEnd('/'),
            ["Connector:AppId"] = Channel.AppId,
            ["Connector:TenantId"] = Channel.Tenant,
            ["Connector:Metadata"] = Channel.Issuer.Metadata,
            ["Connector:Authority"] = Channel.Issuer.Authority,
            ["Connector:Credential:Secret"] = "bot-secret",
            ["Connector:AllowedServiceHosts:0"] = "127.0.0.1",
            ["DirectLine:KeepAliveSeconds"] = "20",
            ["WebChat:OpensPerMinute"] = "100000",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        await Invite(settings);
        if (Guide.Length > 0)
        {
            (settings["DirectLine:ConformanceGuide"], settings["DirectLine:Secret"]) = ("true", Guide);
        }

        ProcessStartInfo start = new("dotnet", [Checkout("src/InterviewAgent.Web/bin/Release/net10.0/InterviewAgent.Web.dll")]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    /// <summary>Four hundred accounts with six people each, who are due today.</summary>
    private async Task Invite(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Where(one => !one.Key.StartsWith("Connector", StringComparison.Ordinal)
            && !one.Key.StartsWith("DirectLine", StringComparison.Ordinal) && !one.Key.StartsWith("WebChat", StringComparison.Ordinal))).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging()
            .AddInterviewAgent(configuration).BuildServiceProvider();
        await services.GetRequiredService<MigrateDatabase>().Run();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        for (var (n, account) = (0, (Account?)null); n < People; n++)
        {
            if (n % 6 == 0)
            {
                account = new() { ExternalId = $"load-{n}", Name = $"Account {n / 6}", ContractSignedOn = today.AddDays(-30), TenantId = Channel.Tenant };
                db.Accounts.Add(account);
            }

            Respondent person = new()
            {
                AccountId = account!.Id, ExternalId = n.ToString(CultureInfo.InvariantCulture), Name = $"Person {n}", Role = Role.EndUser, AadObjectId = Person(n),
            };
            db.Respondents.Add(person);
            db.CheckIns.Add(new() { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day30, Due = today });
        }

        await db.SaveChangesAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
