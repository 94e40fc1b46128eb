using System.Globalization;
using System.Threading.Channels;
using InterviewAgent.Storage.Servers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>
/// LISTEN/NOTIFY: one connection a server listens; what is to be told goes out together, after the commits that it tells of, since a NOTIFY inside
/// a transaction makes all of them commit one after the other. After a lost connection everything counts as missed.
/// </summary>
internal sealed partial class PostgreSqlNews(PostgreSqlServer database, ThisServer server, ILogger<PostgreSqlNews> logger) : BackgroundService, IServerNews
{
    private const string Line = "interview_agent";

    // A payload has 8,000 bytes at most.
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Channel<Guid> waiting = Channel.CreateBounded<Guid>(new BoundedChannelOptions(50_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public event Action<Guid>? Told;
    public event Action? Missed;

    public void Tell(Guid conversation) => waiting.Writer.TryWrite(conversation);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Listen(stoppingToken), Speak(stoppingToken));

    private async Task Listen(CancellationToken stopping)
    {
        // A line that says nothing is tried every few seconds: a server that was cut off must not listen to a dead one.
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = 5, Options = null }.ToString();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using NpgsqlConnection line = new(connection);
                line.Notification += (_, news) => Hear(news.Payload);
                await line.OpenAsync(stopping);
                await using (var listen = new NpgsqlCommand($"LISTEN {Line}", line))
                {
                    await listen.ExecuteNonQueryAsync(stopping);
                }

                Missed?.Invoke();
                while (true)
                {
                    await line.WaitAsync(stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever ended the line: it is opened anew.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Log.LineLost(logger, failure);
                await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Speak(CancellationToken stopping)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stopping))
            {
                HashSet<Guid> now = [];
                while (now.Count < MostAtOnce && waiting.Reader.TryRead(out var conversation))
                {
                    now.Add(conversation);
                }

                await Say(now, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private async Task Say(HashSet<Guid> conversations, CancellationToken stopping)
    {
        try
        {
            await using NpgsqlConnection connection = new(database.ConnectionString);
            await connection.OpenAsync(stopping);
            await using NpgsqlCommand notify = new("SELECT pg_notify($1, $2)", connection)
            {
                Parameters = { new() { Value = Line }, new() { Value = $"{server.Id:N}:{string.Join(',', conversations.Select(one => one.ToString("N", CultureInfo.InvariantCulture)))}" } },
            };
            await notify.ExecuteNonQueryAsync(stopping);
        }
#pragma warning disable CA1031 // Not told: the others find it when they compare with the store.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.NotTold(logger, conversations.Count, failure);
        }
    }

    private void Hear(string payload)
    {
        if (payload.Split(':') is not [var from, var conversations] || from == server.Id.ToString("N", CultureInfo.InvariantCulture))
        {
            return;
        }

        foreach (var one in conversations.Split(','))
        {
            if (Guid.TryParseExact(one, "N", out var conversation))
            {
                Told?.Invoke(conversation);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The line to the other servers was lost; it is opened anew, and open streams look again.")]
        public static partial void LineLost(ILogger logger, Exception failure);

        [LoggerMessage(2, LogLevel.Warning, "The other servers could not be told of {Count} conversations; they find them by themselves.")]
        public static partial void NotTold(ILogger logger, int count, Exception failure);
    }
}
