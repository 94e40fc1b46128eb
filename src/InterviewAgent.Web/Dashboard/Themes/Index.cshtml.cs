using InterviewAgent.Analysis;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>What is heard across accounts, people and accounts counted apart.</summary>
public sealed class IndexModel(Seen seen, LoadThemes themes) : PageModel
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
        Rows = await themes.Rows(seen.Accounts, [.. Kinds.Select(kind => kind.Kind)], cancellationToken);
}
