using System.CommandLine;
using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Invitations;

namespace InterviewAgent.Cli.Commands.Invitations;

/// <summary>What the governor says, one check-in a line.</summary>
internal static class PreviewTable
{
    public static async Task Write(IReadOnlyList<InvitationPreview> previews, bool json, InvocationConfiguration invocation)
    {
        foreach (var preview in previews)
        {
            if (json)
            {
                Json.Write(invocation.Output, new
                {
                    preview.CheckIn, preview.Account, preview.Respondent, Role = preview.Role.Name(), preview.Due, Ask = preview.Ask?.ToString(),
                    Reason = preview.Reason.ToString(), Channel = preview.Channel?.ToString(), preview.LookAgain,
                });
            }
            else
            {
                await invocation.Output.WriteLineAsync(Line(preview));
            }
        }

        var asked = previews.Count(preview => preview.Ask is not null);
        await invocation.Error.WriteLineAsync($"{asked} of {previews.Count} open check-ins may be asked now.");
    }

    private static string Line(InvitationPreview preview) => string.Create(CultureInfo.InvariantCulture,
        $"{preview.Due:yyyy-MM-dd}  {preview.Role.Name(),-9} {Channel(preview.Channel),-5} {Said(preview),-44} "
        + $"{Terminal.Plain(preview.AccountName)} / {Terminal.Plain(preview.Name ?? preview.Respondent)}");

    private static string Channel(InvitationChannel? channel) => channel is null ? "-" : channel == InvitationChannel.Teams ? "teams" : "mail";

    private static string Said(InvitationPreview preview)
    {
        var why = preview.Ask switch
        {
            InvitationKind.Invitation => "invite now",
            InvitationKind.Reminder1 => "first reminder now",
            InvitationKind.Reminder2 => "second reminder now",
            _ => Why(preview.Reason),
        };
        return preview is { Ask: null, LookAgain: { } again } ? string.Create(CultureInfo.InvariantCulture, $"{why}; {again:MM-dd HH:mm} UTC") : why;
    }

    private static string Why(Reason reason) => reason switch
    {
        Reason.NotYetDue => "not due yet",
        Reason.Paused => "said not now",
        Reason.OutsideHours => "outside working hours",
        Reason.ReminderLater => "invited, reminder later",
        Reason.RemindersUsed => "reminded twice, nothing more",
        Reason.OnItsWay => "on its way",
        Reason.Unreachable => "unreachable",
        Reason.InvitedByHand => "got a link by hand",
        Reason.AskedLately => "asked in another check-in lately",
        Reason.AccountShare => "enough of this account for a week",
        Reason.NeverContact => "asked never to be written to",
        Reason.Overdue => "due too long ago",
        _ => "over",
    };
}
