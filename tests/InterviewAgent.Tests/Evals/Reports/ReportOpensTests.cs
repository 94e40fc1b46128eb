using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Reports;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Tests.Evals.Reports;

/// <summary>The page of 10,000 items in Chromium itself; ./test.sh installs it.</summary>
public sealed partial class ReportOpensTests
{
    private const int Items = 10_000;
    private static readonly RunHeader Header = new("gate", "gate", "set", "all", new Provenance("pppp", "rrrr", "dddd", "built-in"), new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Ten_thousand_items_open_in_under_two_seconds()
    {
        using var folder = new TemporaryFolder();
        var (before, after) = (Run(_ => "R1"), Run(i => i % 3 == 0 ? "R2" : "R1"));
        // When all is loaded and laid out, the copy writes down how long it took since it was opened.
        const string Watch = "addEventListener('load', () => { document.body.offsetHeight; document.body.dataset.took = performance.now(); })";
        // The page's own policy runs one script and no other: the copy's runs the watch as well.
        var page = WriteReport.Of(after, CompareRuns.Of(before, after), new Dictionary<string, double>()).Replace("</body>", $"<script>{Watch}</script></body>", StringComparison.Ordinal)
            .Replace("script-src ", $"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Watch)))}' ", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.At("report.html"), page);
        // The best of three: what the page takes, not what else the machine does.
        List<double> took = [];
        for (var i = 0; i < 3 && !took.Exists(milliseconds => milliseconds < 2000); i++) took.Add(await Open(folder));
        Assert.True(took.Min() < 2000, $"It took {string.Join(", ", took)} milliseconds.");
    }

    private static async Task<double> Open(TemporaryFolder folder)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("CHROME") ?? "/usr/bin/chromium",
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            "--user-data-dir=" + folder.At("profile"), "--dump-dom", "file://" + folder.At("report.html"),
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var chromium = Process.Start(start)!;
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        await using var end = limit.Token.Register(() => chromium.Kill(entireProcessTree: true));
        var (page, _) = (chromium.StandardOutput.ReadToEndAsync(CancellationToken.None), chromium.StandardError.ReadToEndAsync(CancellationToken.None));
        await chromium.WaitForExitAsync(CancellationToken.None);
        var found = Took().Match(await page);
        Assert.True(found.Success, "Chromium did not finish the page.");
        Assert.Contains("10000 items", await page, StringComparison.Ordinal);
        return double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static EvalRun Run(Func<int, string> got) => new(Header, [.. Enumerable.Range(0, Items).Select(i => new ScoredItem(
        "i" + i, "g" + i, "dev", $"Item {i}: " + string.Concat(Enumerable.Repeat("a long answer of a talkative person ", 20)), ["R1"], [got(i)],
        new Dictionary<string, double> { ["right"] = got(i) == "R1" ? 1 : 0 }))]);

    [GeneratedRegex("data-took=\"([0-9.]+)\"")]
    private static partial Regex Took();
}
