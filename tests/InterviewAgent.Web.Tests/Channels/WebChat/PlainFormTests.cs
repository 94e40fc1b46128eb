using System.Net;
using System.Text.RegularExpressions;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Channels.WebChat;

/// <summary>The interview without scripts, each post as a browser makes it: every field of the form and the one button that was pressed.</summary>
public sealed partial class PlainFormTests : IDisposable
{
    private readonly Site site = new();

    [Theory]
    [InlineData("Totals only", Visibility.TotalsOnly)]
    [InlineData("With my name", Visibility.WithMyName)]
    [InlineData("My account only", Visibility.AccountOnly)]
    public async Task At_the_read_back_a_button_does_what_it_says(string button, Visibility chosen)
    {
        var (browser, checkIn) = await AtReadBack();
        await Press(browser, "say", button);
        Assert.Equal(chosen, (await Held(checkIn)).Visibility);
    }

    [Fact]
    public async Task At_the_read_back_deletion_is_asked_about_and_done()
    {
        var (browser, checkIn) = await AtReadBack();
        Assert.Contains("Yes, delete everything", await Press(browser, "say", "Delete my answers"), StringComparison.Ordinal);
        await Press(browser, "say", "Yes, delete everything");
        Assert.DoesNotContain((await Held(checkIn)).Turns, turn => turn.Speaker == Speaker.Participant);
    }

    [Fact]
    public async Task At_the_read_back_words_that_are_sent_are_kept_and_choose_nothing()
    {
        var (browser, checkIn) = await AtReadBack();
        Assert.Contains("<p>On Fridays it is the other way round.</p>", await Press(browser, null, null, "On Fridays it is the other way round."), StringComparison.Ordinal);
        Assert.DoesNotContain((await Held(checkIn)).Turns, turn => turn.Intent == Intent.ReadBackChoice);
    }

    [Fact]
    public async Task Words_beside_a_choice_are_kept_with_it()
    {
        var (browser, checkIn) = await AtReadBack();
        await Press(browser, "read-back", "1", "And the drivers keep a list of their own.");
        Assert.Contains((await Held(checkIn)).Turns, turn => turn.Intent == Intent.ReadBackChoice);
        Assert.Contains("<p>And the drivers keep a list of their own.</p>", await browser.GetStringAsync(new Uri("/chat/answers", UriKind.Relative)), StringComparison.Ordinal);
    }

    private async Task<(HttpClient Browser, Guid CheckIn)> AtReadBack()
    {
        var invited = await Invited.To(site);
        var browser = await invited.Opens();
        await Press(browser, null, null);
        var page = await Press(browser, "say", "Yes, start");
        for (var answers = 0; !page.Contains("name=\"all\"", StringComparison.Ordinal); answers++)
        {
            Assert.True(answers < 20, "The interview did not come to its read-back.");
            page = await Press(browser, null, null, $"In week {answers} we planned the routes in our own sheet and typed {answers} of them over on Monday.");
        }
        return (browser, invited.CheckInId);
    }

    /// <returns>The page that follows.</returns>
    private static async Task<string> Press(HttpClient browser, string? button, string? value, string text = "")
    {
        var html = WebUtility.HtmlDecode(await browser.GetStringAsync(Address));
        Assert.True(button != "say" || html.Contains($"name=\"say\" value=\"{value}\"", StringComparison.Ordinal), $"There is no button {value}.");
        List<KeyValuePair<string, string>> fields = [.. Hidden().Matches(html).Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value))];
        fields.AddRange(Select().Matches(html).Select(select => KeyValuePair.Create(select.Groups[1].Value, Selected().Match(select.Value) is { Success: true } own ? own.Groups[1].Value : First().Match(select.Value).Groups[1].Value)));
        fields.Add(new("text", text));
        if (button is not null)
        {
            fields.Add(new(button, value!));
        }
        using FormUrlEncodedContent form = new(fields);
        var answer = await browser.PostAsync(Address, form);
        Assert.StartsWith("/chat/plain", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        var next = await browser.GetAsync(Address);
        return next.StatusCode == HttpStatusCode.OK ? WebUtility.HtmlDecode(await next.Content.ReadAsStringAsync()) : "";
    }

    private async Task<Interview> Held(Guid checkIn)
    {
        Interview? held = null;
        await site.With(async db => held = await db.Interviews.AsNoTracking().Include(row => row.Turns).SingleAsync(row => row.CheckInId == checkIn));
        return held!;
    }

    private static Uri Address { get; } = new("/chat/plain", UriKind.Relative);

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<select id="[^"]+" name="([^"]+)".*?</select>""", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("""<option value="([^"]+)" selected""")]
    private static partial Regex Selected();

    [GeneratedRegex("""<option value="([^"]+)""")]
    private static partial Regex First();

    public void Dispose() => site.Dispose();
}
