using InterviewAgent.Analysis;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>What is heard across accounts, people and accounts counted apart, and what changed since a day.</summary>
public sealed class IndexModel(Seen seen, ReadThemes themes, Codebook codebook, TimeProvider clock) : PageModel
{
    private const int MostInCode = 5;

    public static readonly (string Title, string Says, FindingKind Kind)[] Kinds =
    [
        ("Friction", "why the product is not absorbed into daily work", FindingKind.Friction),
        ("Drift", "the project moves on, the purpose or the backing does not", FindingKind.Drift),
        ("Adoption", "evidence, and enthusiasm, which is not evidence", FindingKind.Evidence),
        ("Commitments", "what was promised by the customer's own people", FindingKind.Commitment),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Since { get; set; }

    /// <summary>Archived themes too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Archived { get; set; }

    public DateOnly SinceDay { get; private set; }
    public IReadOnlyList<ThemeGroup> Groups { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellationToken)
    {
        SinceDay = ThemesSince.Of(Since, clock);
        List<ThemeGroup> groups = [];
        foreach (var entry in codebook.Entries)
        {
            var heard = await themes.Of(seen.AllOrSome, entry.Code, SinceDay, MostInCode, cancellationToken);
            if (heard.FirstOrDefault(theme => theme.Term.Length == 0) is { } whole)
            {
                groups.Add(new ThemeGroup(entry, whole, [.. heard.Where(theme => theme.Term.Length > 0 && (Archived || !theme.IsArchived)).Take(MostInCode)]));
            }
        }

        Groups = [.. groups.OrderByDescending(group => group.Whole.Accounts).ThenByDescending(group => group.Whole.People).ThenBy(group => group.Entry.Code, StringComparer.Ordinal)];
    }
}
