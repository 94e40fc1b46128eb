using InterviewAgent.Interviewing;
using InterviewAgent.Web.Channels.WebChat;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>The two pages that an app's manifest must name: /privacy and /terms, for everybody.</summary>
internal static class AboutPages
{
    public static IResult Privacy(IOptions<InterviewingOptions> settings) => KindPage.Say(StatusCodes.Status200OK, "What check-in interviews keep",
        $"Stored are your answers and edits with their time, what you agreed to, what you chose about who may see your words, and the ids by which the chat is reached. Messages in groups and channels, files and pictures are not stored.",
        $"The customer team of {settings.Value.Vendor} sees answers with account and role, without a name, unless you choose otherwise for all or for a sentence. In a small account people may recognise you. Safety, legal or security matters go to {settings.Value.EscalationContact}.",
        "You can delete your answers at any time, by writing it in the chat or behind your personal link. A message that you delete in Teams is deleted here too. Taking the app away ends all contact.");

    public static IResult Terms(IOptions<InterviewingOptions> settings) => KindPage.Say(StatusCodes.Status200OK, "How check-in interviews work",
        $"An AI interviewer asks on behalf of {settings.Value.Vendor}. Taking part is voluntary: you can decline, skip or stop at any time, and it is not counted against anyone.",
        "The interviewer only asks. It gives no advice, makes no promises and does not act on requests; for help, write to your usual contact.",
        "Please keep passwords and personal details of other people out of your answers.");
}
