using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Web.Channels.WebChat;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Mail;

/// <summary>
/// <c>/m/{choice}/{token}</c>: "not now", "not me", "never". A GET shows a button and changes nothing; the POST is the choice, pressed on the
/// page or sent by a mail program as the one click of RFC 8058, which has neither cookie nor origin. The token is all there is to know.
/// </summary>
internal static class ChoiceEndpoint
{
    public static Task<IResult> Get(
        string choice, HttpContext http, RecordChoice choices, InvitationTexts texts, IOptions<InterviewingOptions> settings, CancellationToken cancellation) =>
        Answer(choice, http, choices, texts, settings, false, cancellation);

    public static Task<IResult> Post(
        string choice, HttpContext http, RecordChoice choices, InvitationTexts texts, IOptions<InterviewingOptions> settings, CancellationToken cancellation) =>
        Answer(choice, http, choices, texts, settings, true, cancellation);

    private static async Task<IResult> Answer(
        string name, HttpContext http, RecordChoice choices, InvitationTexts texts, IOptions<InterviewingOptions> settings, bool chosen, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (ChoiceNames.Find(name) is not { } choice || await choices.Find(http.PersonalToken(), cancellation) is not { } link)
        {
            return KindPage.For(LinkState.Unknown);
        }
        // The day is named before and after with the same words.
        var until = await choices.Until(link, cancellation);
        if (chosen)
        {
            await choices.Run(link, choice, CancellationToken.None);
        }
        return new RazorComponentResult<ChoicePage>(new Dictionary<string, object?>
        {
            ["Words"] = texts.Page(choice, settings.Value.Vendor, until), ["Chosen"] = chosen,
        });
    }
}
