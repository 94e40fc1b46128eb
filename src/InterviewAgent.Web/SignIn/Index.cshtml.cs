using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.SignIn;

/// <summary>Where a closed page sends those who are not signed in.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel;
