using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>The administrators' doors, each with the one figure that says whether to go in.</summary>
public sealed class IndexModel(InterviewAgentDb db, IServiceProvider services, PurgeOld purge, StaffSessions sessions, TimeProvider clock) : PageModel
{
    public int AuditThisWeek { get; private set; }
    public int ConsentTexts { get; private set; }
    public bool KeepsAll { get; private set; }
    public int TooOld { get; private set; }
    public int SignedIn { get; private set; }
    public int Keys { get; private set; }
    public int Webhooks { get; private set; }

    /// <summary>Webhooks that fail or are paused.</summary>
    public int Troubled { get; private set; }
    public int ModelCalls { get; private set; }

    public async Task OnGet(CancellationToken cancellationToken)
    {
        var (week, month) = (clock.GetUtcNow().AddDays(-7), clock.GetUtcNow().AddDays(-30));
        AuditThisWeek = await db.Audit.CountAsync(entry => entry.At >= week, cancellationToken);
        ConsentTexts = await db.ConsentVersions.CountAsync(cancellationToken);
        KeepsAll = purge.Before is null;
        TooOld = (await purge.Count(cancellationToken)).CheckIns;
        var most = TimeSpan.FromDays(services.GetRequiredService<IOptions<SignInOptions>>().Value.MostDays);
        SignedIn = (await sessions.Open(most, cancellationToken)).Select(session => session.Who).Distinct().Count();
        Keys = await db.ApiKeys.CountAsync(key => key.RevokedAt == null, cancellationToken);
        Webhooks = await db.Webhooks.CountAsync(cancellationToken);
        Troubled = await db.Webhooks.CountAsync(row => row.PausedAt != null || row.FailingSince != null, cancellationToken);
        ModelCalls = await db.ModelCalls.CountAsync(call => call.At >= month, cancellationToken);
    }
}
