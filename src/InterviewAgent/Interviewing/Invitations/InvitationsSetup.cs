using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Jobs;
using InterviewAgent.Mail;
using InterviewAgent.Settings;
using InterviewAgent.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

public static class InvitationsSetup
{
    public static IServiceCollection AddInvitations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<InvitationOptions>(configuration, "Invitations");
        services.AddOptions<MailOptions>().Validate<IOptions<LinkOptions>>(
            (mail, links) => !mail.IsOn || mail.IsLoopback || links.Value.PublicAddress.StartsWith("https://", StringComparison.OrdinalIgnoreCase),
            "Setting Links:PublicAddress: mails carry links to it, so with Mail:Host it must be the https address that respondents reach.");
        services.AddSingleton(provider => InvitationTexts.Load(
            Path.Combine(AppContext.BaseDirectory, "prompts"), provider.GetRequiredService<NeutralityGate>()));
        services.AddSingleton<ComposeInvitation>().AddSingleton<StillWanted>().AddSingleton<ClaimMail>().AddSingleton<NoteInvitation>().AddSingleton<RecoverInvitations>();
        services.AddScoped<GatherCandidates>().AddScoped<RecordChoice>();
        services.AddSweep<PlanInvitations>("invitations", TimeSpan.FromMinutes(1));
        services.AddSweep<InviteInTeams>("teams-invitations");
        services.AddSweep<SendInvitations>("mail");
        services.AddWaitingWork("invitations", (db, now) => db.Invitations.Where(row => row.State == InvitationState.Queued && row.NextAt <= now),
            (db, now) => db.Invitations.Where(row => row.State == InvitationState.Queued && row.NextAt <= now).OrderBy(row => row.NextAt)
                .Select(row => (DateTimeOffset?)row.NextAt));
        return services.AddScoped(provider => new InviteNow(
            provider.GetRequiredService<InterviewAgentDb>(), provider.GetRequiredService<GatherCandidates>(), provider.GetRequiredService<PlanInvitations>(),
            provider.GetRequiredService<InviteInTeams>(), provider.GetRequiredService<SendInvitations>(), provider.GetRequiredService<IOptions<InvitationOptions>>(),
            provider.GetRequiredService<IOptions<CheckInOptions>>(), provider.GetRequiredService<TimeProvider>()));
    }
}
