namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>
/// Every page of the dashboard by its route, with an address to try it at and what each role is answered: 200 open, 403 another role's room,
/// 404 not there. A page of the application that is not listed here fails <see cref="EveryPageTests"/>.
/// </summary>
internal sealed record Listed(string Route, string Address, int Leader, int Manager, int Researcher, int Admin, int Stranger = 401)
{
    /// <param name="mine">Of an account that the manager who looks owns.</param>
    /// <param name="others">Of another manager's.</param>
    public static IEnumerable<Listed> All(Portfolio mine, Portfolio others, Guid checkIn, string signInToken, (Guid Session, Guid Key) staff) =>
    [
        new("", "/", 200, 200, 403, 200),
        new("accounts", "/accounts", 200, 200, 403, 200),
        new("accounts", "/accounts?q=nobody+is+called+so", 200, 200, 403, 200),
        new("accounts/{id:guid}", $"/accounts/{mine.Account.Id}", 200, 200, 403, 200),
        new("accounts/{id:guid}", $"/accounts/{others.Account.Id}", 200, 404, 403, 200),
        new("accounts/oversell", "/accounts/oversell", 200, 404, 403, 200),
        new("flags", "/flags", 200, 200, 403, 200),
        new("flags", "/flags?state=not+useful", 200, 200, 403, 200),
        new("flags/{id:guid}/note", $"/flags/{mine.Flag.Id}/note", 200, 200, 403, 200),
        new("flags/{id:guid}/note", $"/flags/{others.Flag.Id}/note", 200, 404, 403, 200),
        new("themes", "/themes", 200, 200, 403, 200),
        new("themes/{code:maxlength(60)}/{term:maxlength(60)?}", "/themes/operational.old-workflow", 200, 200, 403, 200),
        new("themes/{code:maxlength(60)}/{term:maxlength(60)?}", "/themes/operational.old-workflow/spreadsheet", 200, 404, 403, 200),
        new("themes/{code:maxlength(60)}/{term:maxlength(60)?}", "/themes/trust.output", 200, 200, 403, 200),
        new("interviews", "/interviews", 200, 200, 200, 200),
        new("interviews/{id:guid}", $"/interviews/{mine.Open.Id}", 200, 200, 200, 200),
        new("interviews/{id:guid}", $"/interviews/{others.Open.Id}", 200, 404, 200, 200),
        new("search", "/search", 200, 200, 200, 200),
        new("search", "/search?q=sheet", 200, 200, 200, 200),
        new("search", "/search?q=nobodysaidthis", 200, 200, 200, 200),
        new("digest", "/digest", 200, 200, 403, 200),
        new("check-ins/{id:guid}/send", $"/check-ins/{checkIn}/send", 200, 200, 403, 200),
        new("evals", "/evals", 403, 403, 200, 200),
        new("evals", "/evals?suite=nothing", 403, 403, 200, 200),
        new("evals/{name}", "/evals/after", 403, 403, 200, 200),
        new("evals/{name}", "/evals/interrupted", 403, 403, 200, 200),
        new("evals/{name}", "/evals/nothing", 403, 403, 404, 404),
        new("evals/{name}/report", "/evals/before/report", 403, 403, 404, 404), // A report that is there is a page of its own: see EvalsPagesTests.
        new("evals/compare", "/evals/compare?before=before&after=after", 403, 403, 200, 200),
        new("evals/compare", "/evals/compare?before=after&after=before", 403, 403, 200, 200),
        .. new (string Route, string Address)[]
        {
            ("admin", ""), ("admin/audit", "/audit"), ("admin/audit", "/audit?who=nobody"), ("admin/respondents", "/respondents"), ("admin/consents", "/consents"),
            ("admin/respondents/{id:guid}", $"/respondents/{mine.Open.RespondentId}"), ("admin/respondents/{id:guid}/erase", $"/respondents/{mine.Open.RespondentId}/erase"),
            ("admin/retention", "/retention"), ("admin/retention/remove", "/retention/remove"), ("admin/sessions", "/sessions"), ("admin/sessions/{id:guid}/end", $"/sessions/{staff.Session}/end"),
            ("admin/keys", "/keys"), ("admin/keys/new", "/keys/new"), ("admin/keys/{id:guid}/revoke", $"/keys/{staff.Key}/revoke"), ("admin/models", "/models"), ("admin/webhooks", "/webhooks"),
        }.Select(page => new Listed(page.Route, "/admin" + page.Address, 403, 403, 403, 200)),
        new("sign-in", "/sign-in", 200, 200, 200, 200, 200),
        new("sign-in/{token}", $"/sign-in/{signInToken}", 200, 200, 200, 200, 200),
        new("sign-in/not-yours", "/sign-in/not-yours", 403, 403, 403, 403),
        new("sign-out", "/sign-out", 200, 200, 200, 200),
    ];
}
