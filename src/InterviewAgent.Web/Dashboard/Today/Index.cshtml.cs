using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Today;

public sealed class IndexModel : PageModel;
