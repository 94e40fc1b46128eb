using InterviewAgent.Analysis;
using InterviewAgent.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>What is heard across accounts, people and accounts counted apart.</summary>
public sealed class IndexModel(InterviewAgentDb db, LoadThemes themes) : PageModel
{
    public static readonly (string Title, string Says, FindingKind Kind)[] Kinds =
    [
        ("Friction", "why the product is not absorbed into daily work", FindingKind.Friction),
        ("Drift", "the project moves on, the purpose or the backing does not", FindingKind.Drift),
        ("Adoption", "evidence, and enthusiasm, which is not evidence", FindingKind.Evidence),
        ("Commitments", "what was promised by the customer's own people", FindingKind.Commitment),
    ];

    public IReadOnlyList<ThemeRow> Rows { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellationToken) =>
        Rows = await themes.Rows(db.Accounts.AsNoTracking(), [.. Kinds.Select(kind => kind.Kind)], cancellationToken);
}
