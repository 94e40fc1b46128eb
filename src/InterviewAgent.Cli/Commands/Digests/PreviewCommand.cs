using System.CommandLine;
using System.Globalization;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Rendering;
using InterviewAgent.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Digests;

/// <summary><c>interview-agent digest preview</c>: what a reader is told this week, or was told in another.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var owner = new Option<string?>("--for") { Description = "A manager, as the owner column of the accounts names them; without it, all accounts." };
        var week = new Option<string?>("--week") { Description = "Any day of the week, 2026-11-23; another week's digest is shown as it was kept." };
        var markdown = new Option<bool>("--markdown") { Description = "Write Markdown." };
        var html = new Option<bool>("--html") { Description = "Write the HTML of the mail." };
        var json = Json.Option();
        Command command = new("preview", "Show the weekly digest; nothing is kept and nothing is sent.") { owner, week, markdown, html, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var day = Day(parsed.GetValue(week));
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            await KnownOwner.Check(scope.ServiceProvider.GetRequiredService<InterviewAgentDb>(), parsed.GetValue(owner), "digest preview --for", cancellation);
            var digest = await Find(scope.ServiceProvider.GetRequiredService<KeepDigest>(), parsed.GetValue(owner), day, cancellation);
            var (output, services) = (parsed.InvocationConfiguration.Output, scope.ServiceProvider);
            if (parsed.GetValue(json))
            {
                Json.Write(output, AsJson(digest));
                return Exit.Ok;
            }
            await output.WriteAsync(parsed.GetValue(html) ? services.GetRequiredService<DigestHtml>().Render(digest) + "\n"
                : parsed.GetValue(markdown) ? services.GetRequiredService<DigestMarkdown>().Render(digest)
                : services.GetRequiredService<DigestText>().Render(digest));
            return Exit.Ok;
        });
        return command;
    }

    private static async Task<Digest> Find(KeepDigest keep, string? owner, DateOnly? day, CancellationToken cancellation) =>
        day is not { } known || (known >= keep.ThisWeek && known < keep.ThisWeek.AddDays(7)) ? await keep.Preview(owner, cancellation)
        : await keep.Find(owner, known, cancellation) ?? throw new BadInputException(
            "digest preview --week", FormattableString.Invariant($"no digest of the week of {known:yyyy-MM-dd} was kept for {owner ?? "all accounts"}"),
            "Leave --week out for this week's.");

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new BadInputException("digest preview --week", $"'{Terminal.Plain(text)}' is no day", "Write 2026-11-23.");

    private static object AsJson(Digest digest) => new
    {
        digest.Week, digest.Since, owner = DigestAudience.Owner(digest.For), digest.CreatedAt,
        claims = digest.Claims.OrderBy(claim => claim.N).Select(claim => new
        {
            claim.Id, section = claim.Section.ToString(), claim.Label, claim.Text, claim.Detail, claim.People, claim.Accounts, claim.Place, claim.Turn, claim.AccountId, claim.FlagId,
            claim.Rests, claim.GoneAt,
        }),
    };
}
