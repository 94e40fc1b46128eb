using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Storage;
using InterviewAgent.Web.Tests.Resilience;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>Real servers behind nginx on one PostgreSQL; the way of the first to the store can be cut.</summary>
internal sealed class Stand : IAsyncDisposable
{
    private readonly LocalPostgreSql postgres;
    private readonly List<ServerProcess> servers = [];

    private Stand(LocalPostgreSql postgres) => (this.postgres, Line) = (postgres, new CutLine(postgres.Port));

    public CutLine Line { get; }
    public Front Front { get; } = new();
    public IReadOnlyList<ServerProcess> Servers => servers;

    /// <summary>For code of the product that works on the same store.</summary>
    public IReadOnlyDictionary<string, string?> Settings => servers[^1].Settings;

    public static async Task<Stand> Start(int count, Dictionary<string, string?> settings, CancellationToken cancellation)
    {
        Stand stand = new(await LocalPostgreSql.Start());
        for (var number = 0; number < count; number++)
        {
            stand.servers.Add(new()
            {
                Front = stand.Front.Address,
                Extra = new(settings)
                {
                    ["Storage:Provider"] = "PostgreSQL",
                    ["Storage:Connection"] = stand.postgres.To("interviews", number == 0 && count > 1 ? stand.Line.Port : null),
                    ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = null,
                    ["Proxy:Known:0"] = "127.0.0.1",
                    ["DOTNET_gcServer"] = "0",
                },
            });
        }

        try
        {
            await Task.WhenAll(stand.servers.Select(server => server.Start(cancellation)));
            await stand.Front.Start(stand.servers.Select(server => server.Address));
            return stand;
        }
        catch
        {
            await stand.DisposeAsync();
            throw;
        }
    }

    public Task RestartStore() => postgres.Restart();

    public ServiceProvider Services() => ServerProcess.Product(Settings);

    /// <summary>The first column of each row, as text.</summary>
    public async Task<IReadOnlyList<string>> Read(string sql, params object[] values)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            try
            {
                await using NpgsqlConnection store = new(postgres.To("interviews"));
                await store.OpenAsync();
#pragma warning disable CA2100 // Each of them stands in a test.
                await using NpgsqlCommand command = new(sql, store);
#pragma warning restore CA2100
                Array.ForEach(values, value => command.Parameters.Add(new() { Value = value }));
                await using var rows = await command.ExecuteReaderAsync();
                List<string> read = [];
                while (await rows.ReadAsync())
                {
                    read.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture) ?? "");
                }

                return read;
            }
            catch (Exception away) when (StoreFailure.IsPassing(away) && patience.Elapsed < TimeSpan.FromMinutes(1))
            {
                // It is being restarted.
            }
        }
    }

    public async Task<long> Number(string sql, params object[] values) => long.Parse(Assert.Single(await Read(sql, values)), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Line.Mend();
        await Front.DisposeAsync();
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        await Line.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
