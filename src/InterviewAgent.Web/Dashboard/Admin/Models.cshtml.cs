using System.Globalization;
using InterviewAgent.LanguageModels;
using InterviewAgent.LanguageModels.Usage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>What models were asked and what it cost; no words.</summary>
public sealed class ModelsModel(SumModelUsage usage, IOptions<LanguageModelsOptions> options, TimeProvider clock) : PageModel
{
    internal static readonly IReadOnlyList<int> Choices = [7, 30, 90];

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = 30;

    public IReadOnlyList<UsageLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellationToken)
    {
        Days = Choices.Contains(Days) ? Days : 30;
        Lines = await usage.Since(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - Days), cancellationToken);
    }

    public string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public string Money(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture) + " " + options.Value.Currency;
}
