using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Browser;

/// <summary>What is wrong with a page as it stands, in words; empty where nothing is.</summary>
internal static class PageFaults
{
    /// <summary>A desk and a phone, by day and by night.</summary>
    public static readonly IReadOnlyList<(int Width, ColorScheme Scheme)> Views =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (360, ColorScheme.Dark), (360, ColorScheme.Light)];

    /// <summary>The same for a respondent, whose phone may be smaller; last the one the next answer is given on.</summary>
    public static readonly IReadOnlyList<(int Width, ColorScheme Scheme)> ChatViews =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (320, ColorScheme.Dark), (320, ColorScheme.Light)];

    /// <summary>WCAG 2.2 at AA and all levels below it; axe's own advice (landmarks, order of headings) too.</summary>
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task<IReadOnlyList<string>> Of(IPage page, IReadOnlyList<(int Width, ColorScheme Scheme)> views)
    {
        List<string> faults = [];
        var headings = await page.Locator("h1:visible").CountAsync();
        if (headings != 1)
        {
            faults.Add($"{headings} first headings");
        }

        // What opens is looked at too.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        foreach (var (width, scheme) in views)
        {
            await page.SetViewportSizeAsync(width, page.ViewportSize!.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            // At night only the colours are others.
            var broken = await Broken(page, scheme == ColorScheme.Light ? ("tag", Rules) : ("rule", Colours));
            faults.AddRange(broken.Select(fault => $"{width} px, {scheme}: {fault}"));
        }

        return faults;
    }

    private static async Task<IReadOnlyList<string>> Broken(IPage page, (string Type, string[] Values) rules)
    {
        List<string> faults = [];
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over)
        {
            faults.Add($"{over} px wider than the window");
        }

        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        faults.AddRange(await page.EvaluateAsync<string[]>("""
            rules => axe.run({ runOnly: { type: rules.type, values: rules.values }, resultTypes: ['violations'] }).then(found => found.violations.map(rule =>
              `${rule.id}, ${rule.help}: ${rule.nodes.slice(0, 3).map(node => node.html.slice(0, 300) + ' ' + node.any.map(one => one.message)).join(' | ')}`))
            """, new { type = rules.Type, values = rules.Values }));
        return faults;
    }

    /// <summary>Walks the page with the tab key: what is not reached, and what does not show that it has the focus.</summary>
    public static async Task<IReadOnlyList<string>> ByKeyboard(IPage page)
    {
        var stops = await page.EvaluateAsync<int>("""
            () => {
              // Web Chat passes the focus on where its empty guards stand: nobody can stop there.
              const operable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
              window.stops = [...document.querySelectorAll(operable)].filter(one => !one.matches('div:empty') && !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
              document.activeElement?.blur();
              return window.stops.length;
            }
            """);
        HashSet<int> reached = [];
        List<string> faults = [];
        for (var press = 0; press < stops + 20 && reached.Count < stops; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (at, fault) = Read(await page.EvaluateAsync<string>("""
                () => {
                  const here = document.activeElement;
                  const style = getComputedStyle(here);
                  const box = here.getClientRects()[0];
                  const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
                  const seen = box && box.bottom > 0 && box.top < innerHeight;
                  return `${window.stops.indexOf(here)} ${shown ? seen ? '' : 'out of sight: ' + here.outerHTML : 'no focus ring: ' + here.outerHTML}`;
                }
                """));
            if (at >= 0 && reached.Add(at) && fault.Length > 0)
            {
                faults.Add(fault[..Math.Min(200, fault.Length)]);
            }
        }

        faults.AddRange(await page.EvaluateAsync<string[]>(
            "reached => window.stops.filter((_, at) => !reached.includes(at)).map(one => 'not reached by tab: ' + one.outerHTML.slice(0, 160))", reached.ToArray()));
        return faults;
    }

    private static (int At, string Fault) Read(string said) => (int.Parse(said.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), said[(said.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
}
