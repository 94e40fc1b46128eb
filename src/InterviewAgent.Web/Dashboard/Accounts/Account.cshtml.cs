using InterviewAgent.Analysis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>One account: what changed, and everything it rests on.</summary>
public sealed class AccountModel(LoadAccount load, TimeProvider clock) : PageModel
{
    public static readonly (string Title, string Says, FindingKind Kind)[] Kinds =
    [
        ("Friction", "why it is not absorbed into daily work", FindingKind.Friction),
        ("Drift", "the purpose or the backing moves", FindingKind.Drift),
        ("Adoption", "evidence; enthusiasm is not", FindingKind.Evidence),
        ("Commitments", "all that was said of each", FindingKind.Commitment),
    ];

    public static readonly ReadingDimension[] Dimensions =
        [ReadingDimension.Outcome, ReadingDimension.Effort, ReadingDimension.Confidence, ReadingDimension.Investment, ReadingDimension.Dependence, ReadingDimension.Tone];

    public AccountPicture Picture { get; private set; } = null!;
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellationToken)
    {
        if (await load.For(User, id, cancellationToken) is not { } picture)
        {
            return NotFound();
        }

        Picture = picture;
        return Page();
    }
}
