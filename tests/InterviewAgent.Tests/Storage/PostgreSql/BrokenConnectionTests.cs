using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Interviewing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InterviewAgent.Tests.Storage.PostgreSql;

public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task Connections_that_break_under_answers_lose_none_and_double_none()
    {
        using Talk talk = new();
        await talk.Open();
        await talk.Say("yes");
        var broken = 0;
        for (var n = 0; n < 25 && !talk.Last.Offer.Ended; n++)
        {
            var saying = talk.Say($"I copy the plan into my own sheet every Friday, number {n}.", $"a{n}");
            await Task.Delay(n * 7 % 60);
            broken += await Break(talk);
            await saying;
            await talk.Say($"I copy the plan into my own sheet every Friday, number {n}.", $"a{n}");
        }
        Assert.True(broken > 3);

        var stored = await talk.Stored();
        var heard = stored.Turns.Where(turn => turn.Speaker == Speaker.Participant).Select(turn => turn.MessageId).ToList();
        Assert.Equal(heard.Count, heard.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, stored.Turns.Count), stored.Turns.Select(turn => turn.N).Order());
        Assert.Equal(stored.Turns.Count(turn => turn.Speaker == Speaker.Interviewer), heard.Count + 1);
    }

    /// <summary>Ends every connection to the database, as a restart of the server does.</summary>
    private static async Task<int> Break(Talk talk)
    {
        await using var db = talk.Db();
        await using NpgsqlConnection other = new(db.Database.GetConnectionString() + ";Pooling=false");
        await other.OpenAsync();
        await using NpgsqlCommand kill = new("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", other);
        return (int)(long)(await kill.ExecuteScalarAsync())!;
    }
}
