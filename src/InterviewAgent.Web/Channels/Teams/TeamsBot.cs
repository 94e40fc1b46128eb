using InterviewAgent.Web.Channels.Connector;
using InterviewAgent.Web.Channels.Connector.Outbound;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>What becomes of each kind of activity. Those we have nothing to do with are taken and forgotten.</summary>
internal sealed class TeamsBot(Greet greet, TakeLeave leave, HearMessage hear, HearChange change, TapCard tap, ExpectedReplies expected) : IHandleActivities
{
    public async Task<InvokeAnswer?> Handle(ChannelActivity activity, CancellationToken cancellation) => activity is { ExpectsReplies: true, IsInvoke: false }
        ? InvokeAnswer.Replies(await expected.To(activity, () => Take(activity, cancellation)))
        : await Take(activity, cancellation);

    private async Task<InvokeAnswer?> Take(ChannelActivity activity, CancellationToken cancellation)
    {
        switch (activity)
        {
            case { Type: "message" }:
                await hear.Run(activity, cancellation);
                break;
            case { Type: "messageUpdate" }:
                await change.Edited(activity, cancellation);
                break;
            case { Type: "messageDelete" }:
                await change.Deleted(activity, cancellation);
                break;
            case { Type: "installationUpdate", Action: "remove" }:
            case { Type: "conversationUpdate" } when IsUs(activity, activity.MembersRemoved):
                await leave.Run(activity, cancellation);
                break;
            case { Type: "installationUpdate", Action: "add" or "add-upgrade" }:
            case { Type: "conversationUpdate", MembersAdded.Count: > 0 } when WhoWrites.IsPrivate(activity) || IsUs(activity, activity.MembersAdded):
                await greet.Installed(activity, cancellation);
                break;
            case { Type: "invoke", Name: "adaptiveCard/action" }:
                return new(StatusCodes.Status200OK, await tap.Run(activity, cancellation));
        }

        return null;
    }

    private static bool IsUs(ChannelActivity activity, IReadOnlyList<ChannelAccount>? members) =>
        members?.Any(member => member.Id is { } id && id == activity.Recipient?.Id) == true;
}
