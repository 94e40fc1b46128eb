namespace InterviewAgent.Web.Channels.WebChat;

/// <summary>
/// Takes the token out of the path before anything that logs paths sees it (routing and static files do, at Debug). The one that
/// comes earlier, the server's own request log, is silenced in <see cref="WebChatSetup"/>.
/// </summary>
internal static class PersonalTokens
{
    private static readonly object Key = new();

    public static void HidePersonalTokens(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/i", out var rest) && rest.Value is ['/', .. var token])
        {
            context.Items[Key] = token;
            context.Request.Path = "/i";
        }
        else if (context.Request.Path.StartsWithSegments("/m", out var chosen) && chosen.Value?.Split('/', 3) is ["", var choice, var by])
        {
            context.Items[Key] = by;
            context.Request.Path = $"/m/{choice}";
        }

        return next(context);
    });

    public static string? PersonalToken(this HttpContext context) => context.Items[Key] as string;
}
