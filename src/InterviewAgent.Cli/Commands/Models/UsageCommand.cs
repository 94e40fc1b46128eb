using System.CommandLine;
using System.Globalization;
using InterviewAgent.LanguageModels;
using InterviewAgent.LanguageModels.Usage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Cli.Commands.Models;

/// <summary><c>interview-agent models usage</c>: what models were asked and what it cost, by day, role and prompt.</summary>
internal static class UsageCommand
{
    private const int DefaultDays = 30;

    public static Command Create()
    {
        var days = new Option<int>("--days") { Description = "Today and so many days before, less one.", DefaultValueFactory = _ => DefaultDays };
        var json = Json.Option();
        var command = new Command("usage", "Sum model calls by day, role and prompt.") { days, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(days) is var count && count is < 1 or > 3660)
            {
                throw new BadInputException("--days", $"{count} is not between 1 and 3660", "Try: interview-agent models usage --days 30");
            }
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
            var lines = await scope.ServiceProvider.GetRequiredService<SumModelUsage>()
                .Since(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - count), cancellation);
            var currency = product.GetRequiredService<IOptions<LanguageModelsOptions>>().Value.Currency;
            Write(parsed.InvocationConfiguration.Output, lines, currency, parsed.GetValue(json));
            if (lines.Count == 0)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("No model was called in these days.");
            }
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(TextWriter output, IReadOnlyList<UsageLine> lines, string currency, bool json)
    {
        foreach (var line in lines)
        {
            if (json)
            {
                Json.Write(output, new { currency, line.Day, Role = line.Role.ToString(), line.Prompt, line.Calls, line.Attempts, line.TokensIn, line.TokensCached, line.CachedShare, line.TokensOut, line.Cost, line.Outcomes, line.MedianMilliseconds, line.SlowestInTwentyMilliseconds });
                continue;
            }
            output.WriteLine(Line($"{line.Day:yyyy-MM-dd}  {line.Role,-12}  {Terminal.Plain(line.Prompt)}"));
            output.WriteLine(Line($"  {line.Calls:N0} calls, {line.Attempts:N0} attempts; {line.TokensIn:N0} tokens in ({line.CachedShare:P0} cached), {line.TokensOut:N0} out; {line.Cost:0.####} {currency}; {line.MedianMilliseconds:N0} ms median, {line.SlowestInTwentyMilliseconds:N0} ms one in twenty"));
            output.WriteLine($"  {string.Join(", ", line.Outcomes.Select(outcome => Line($"{outcome.Key} {outcome.Value:N0}")))}");
        }
        if (!json && lines.Count > 1)
        {
            output.WriteLine(Line($"All: {lines.Sum(line => line.Calls):N0} calls, {lines.Sum(line => line.TokensIn):N0} tokens in, {lines.Sum(line => line.TokensOut):N0} out, {lines.Sum(line => line.Cost):0.####} {currency}"));
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
