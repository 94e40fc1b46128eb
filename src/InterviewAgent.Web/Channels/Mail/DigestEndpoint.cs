using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Web.Channels.WebChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InterviewAgent.Web.Channels.Mail;

/// <summary><c>/m/digest/{token}</c>: stops the weekly mails. A GET shows a button and changes nothing; the POST decides, also as the one click of RFC 8058.</summary>
internal static class DigestEndpoint
{
    public static Task<IResult> Get(HttpContext http, Unsubscribe unsubscribe, DigestTexts texts, CancellationToken cancellation) => Answer(http, unsubscribe, texts, false, cancellation);

    public static Task<IResult> Post(HttpContext http, Unsubscribe unsubscribe, DigestTexts texts, CancellationToken cancellation) => Answer(http, unsubscribe, texts, true, cancellation);

    private static async Task<IResult> Answer(HttpContext http, Unsubscribe unsubscribe, DigestTexts texts, bool chosen, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await unsubscribe.Find(http.PersonalToken(), cancellation) is not { } address)
        {
            return KindPage.For(LinkState.Unknown);
        }
        if (chosen)
        {
            await unsubscribe.Run(address, CancellationToken.None);
        }
        var page = texts.Unsubscribe;
        return new RazorComponentResult<ChoicePage>(new Dictionary<string, object?>
        {
            ["Words"] = new ChoiceWords(page.Title, page.Text, page.Button, page.Done), ["Chosen"] = chosen,
        });
    }
}
