using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Evals;

/// <summary>
/// The report as the command line wrote it. It holds words of models and of labelled sets, so it stands in a sandbox: an origin of its own
/// without cookies, nothing loaded, nothing sent, and no script but the report's own.
/// </summary>
public sealed class ReportModel(IServiceProvider services) : PageModel
{
    private static readonly string Policy =
        $"sandbox allow-scripts; default-src 'none'; script-src '{ScriptHash()}'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public IActionResult OnGet(string name)
    {
        if (services.GetRequiredService<EvalFolder>().Report(name) is not { } report)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = Policy;
        Response.Headers["Cross-Origin-Opener-Policy"] = "unsafe-none"; // A sandboxed page that names another policy is not shown at all (HTML, 7.1.3).
        return PhysicalFile(report.FullName, "text/html; charset=utf-8");
    }

    /// <summary>The script is one file of the repository, built into the reports there and into this server here.</summary>
    private static string ScriptHash()
    {
        using var file = typeof(ReportModel).Assembly.GetManifestResourceStream("report.js")!;
        using var reader = new StreamReader(file);
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(reader.ReadToEnd())));
    }
}
