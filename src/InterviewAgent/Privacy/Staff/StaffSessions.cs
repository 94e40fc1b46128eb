using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Staff;

/// <summary>Begins, knows and ends the sessions of staff.</summary>
public sealed class StaffSessions(InterviewAgentDb db, TimeProvider clock)
{
    public async Task<Guid> Begin(StaffMember member, string via, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(member);
        var session = new StaffSession { Who = member.Who, Role = member.Role, Owner = member.Owner, Via = via, BeganAt = clock.GetUtcNow() };
        db.StaffSessions.Add(session);
        db.Audit.Add(new AuditEntry { At = session.BeganAt, Who = member.Who, Did = "signed in", Subject = session.Id });
        await db.SaveChangesAsync(cancellation);
        return session.Id;
    }

    /// <summary>Null: no such session, ended, or older than <paramref name="most"/>.</summary>
    public async Task<StaffMember?> Find(Guid id, TimeSpan most, CancellationToken cancellation = default)
    {
        var after = clock.GetUtcNow() - most;
        return await db.StaffSessions.AsNoTracking().Where(session => session.Id == id && session.EndedAt == null && session.BeganAt > after)
            .Select(session => new StaffMember(session.Who, session.Role, session.Owner)).SingleOrDefaultAsync(cancellation);
    }

    public Task End(Guid id, CancellationToken cancellation = default) => End(db.StaffSessions.Where(session => session.Id == id), cancellation);

    /// <summary>Ends every session under a name, wherever it is open.</summary>
    /// <param name="by">Who asked for it, for the audit.</param>
    /// <returns>How many were ended.</returns>
    public async Task<int> Revoke(string who, string by, CancellationToken cancellation = default)
    {
        var ended = await End(db.StaffSessions.Where(session => session.Who == who), cancellation);
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = by, Did = $"revoked {ended} sessions of {who}" });
        await db.SaveChangesAsync(cancellation);
        return ended;
    }

    /// <summary>Sessions that are not ended and began less than <paramref name="most"/> ago, newest first.</summary>
    public async Task<IReadOnlyList<StaffSession>> Open(TimeSpan most, CancellationToken cancellation = default)
    {
        var after = clock.GetUtcNow() - most;
        return await db.StaffSessions.AsNoTracking().Where(session => session.EndedAt == null && session.BeganAt > after)
            .OrderByDescending(session => session.BeganAt).ToListAsync(cancellation);
    }

    private Task<int> End(IQueryable<StaffSession> sessions, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return sessions.Where(session => session.EndedAt == null).ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancellation);
    }
}
