using System.Collections.Concurrent;

namespace InterviewAgent.Mail;

/// <summary>Connections to the mail server that are used again, for one run of sending.</summary>
internal sealed class MailLine(MailOptions options, MailCredentials? credentials) : IAsyncDisposable
{
    private readonly ConcurrentBag<SmtpConnection> free = [];
    private volatile bool down;

    /// <summary>The server cannot be reached or takes nothing from us: no use in trying the rest now.</summary>
    public bool IsDown => down;

    public void Down() => down = true;

    /// <summary>The mail on the line, but for the last dot. Leaving the turn without <see cref="MailTurn.GiveAway"/> takes it back.</summary>
    public async Task<MailTurn> Offer(MailboxAddress to, byte[] content, CancellationToken cancellation)
    {
        // A server hangs up on a connection that was idle. Before the last dot nothing was given away: a fresh one tries again.
        while (free.TryTake(out var used))
        {
            try
            {
                return await On(used, to, content, cancellation);
            }
            catch (SmtpException stale) when (stale is { Step: SmtpStep.Sender, Reply: null or { Code: 421 } })
            {
            }
        }
        return await On(await SmtpConnection.Open(options, credentials, cancellation), to, content, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        while (free.TryTake(out var connection))
        {
            await connection.Quit();
            await connection.DisposeAsync();
        }
    }

    private async Task<MailTurn> On(SmtpConnection connection, MailboxAddress to, byte[] content, CancellationToken cancellation)
    {
        try
        {
            await connection.Offer(to, content, cancellation);
            return new(connection, free);
        }
        catch (SmtpException refused) when (refused is { Step: SmtpStep.Recipient, Reply: not null })
        {
            await Keep(connection, cancellation);
            throw;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task Keep(SmtpConnection connection, CancellationToken cancellation)
    {
        try
        {
            await connection.Reset(cancellation);
            free.Add(connection);
        }
        catch (SmtpException)
        {
            await connection.DisposeAsync();
        }
    }
}

/// <summary>One offered mail. A connection whose mail was not given away is closed: only that makes the server forget it.</summary>
internal sealed class MailTurn(SmtpConnection connection, ConcurrentBag<SmtpConnection> free) : IAsyncDisposable
{
    private bool clean;

    /// <summary>The last dot.</summary>
    public void GiveAway() => connection.LastDot();

    /// <summary>What the server says to it.</summary>
    public async Task Answer()
    {
        try
        {
            await connection.Answer();
            clean = true;
        }
        catch (SmtpException refused)
        {
            clean = refused.Reply is not null;
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!clean)
        {
            return connection.DisposeAsync();
        }
        free.Add(connection);
        return ValueTask.CompletedTask;
    }
}
