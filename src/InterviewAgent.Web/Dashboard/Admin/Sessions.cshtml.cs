using InterviewAgent.Privacy.Staff;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>Who is signed in.</summary>
public sealed class SessionsModel(StaffSessions sessions, IServiceProvider services) : PageModel
{
    public IReadOnlyList<StaffSession> Rows { get; private set; } = [];
    public Guid? Own { get; private set; }
    public int MostDays { get; private set; }

    public async Task OnGet(CancellationToken cancellationToken)
    {
        MostDays = services.GetRequiredService<IOptions<SignInOptions>>().Value.MostDays;
        Rows = await sessions.Open(TimeSpan.FromDays(MostDays), cancellationToken);
        Own = Enter.Id(User);
    }
}
