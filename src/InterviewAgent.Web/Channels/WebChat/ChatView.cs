using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary>What the head of every respondent's page says: for which account, for whom, and what is hidden here.</summary>
public sealed record ChatView(string Account, string Vendor, SeenConversation Seen)
{
    internal static async Task<ChatView> For(
        Visitor visitor, InterviewAgentDb db, SeenTurns turns, IOptions<InterviewingOptions> settings, CancellationToken cancellation)
    {
        var account = await db.CheckIns.Where(row => row.Id == visitor.CheckInId)
            .Join(db.Accounts, checkIn => checkIn.AccountId, account => account.Id, (_, account) => account.Name)
            .SingleAsync(cancellation);
        return new(account, settings.Value.Vendor, await turns.By(visitor, cancellation));
    }
}
