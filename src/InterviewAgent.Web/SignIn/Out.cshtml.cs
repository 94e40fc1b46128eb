using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.SignIn;

public sealed class OutModel(IServiceProvider services) : PageModel
{
    public async Task<IActionResult> OnPost()
    {
        await services.GetRequiredService<Enter>().Out(HttpContext);
        return LocalRedirect("/sign-in");
    }
}
