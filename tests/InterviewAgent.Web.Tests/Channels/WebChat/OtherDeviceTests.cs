using InterviewAgent.Interviewing;
using InterviewAgent.Web.Channels.WebChat;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels.WebChat;

public sealed class OtherDeviceTests : IDisposable
{
    private const string Secret = "I still plan the routes in my own sheet";
    private readonly Site site = new();

    [Fact]
    public async Task Another_device_sees_the_pending_question_and_no_earlier_answer()
    {
        var invited = await Invited.To(site);
        var mine = await invited.Chats();
        await mine.Say("Yes, start");
        await mine.Say(Secret);
        var pending = (await mine.Activities()).Activities[^1].GetProperty("id").GetString();

        var other = await invited.Chats(await invited.Opens());
        var (seen, _) = await other.Activities();
        Assert.Equal(pending, Assert.Single(seen).GetProperty("id").GetString());
        Assert.DoesNotContain("sheet", seen[0].ToString(), StringComparison.Ordinal);

        await other.Say("On Tuesday.");
        await mine.Say("And on Friday in the sheet.");
        var later = (await other.Activities()).Activities;
        Assert.Contains(later, activity => activity.GetProperty("text").GetString() == "On Tuesday.");
        Assert.DoesNotContain(later, activity => activity.ToString().Contains("sheet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_shows_everything_and_a_wrong_one_does_not()
    {
        Mailbox mailbox = new();
        using var server = site.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IDeliverCodes>(mailbox)));
        var invited = await Invited.To(site);
        var mine = await invited.Chats();
        await mine.Say("Yes, start");
        await mine.Say(Secret);

        using var other = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await other.PostAsync(new Uri(invited.Path, UriKind.Relative), null);
        Assert.DoesNotContain(Secret, await other.GetStringAsync(new Uri("/chat/plain", UriKind.Relative)), StringComparison.Ordinal);

        await other.PostAsync(new Uri("/chat/code/send", UriKind.Relative), null);
        Assert.Matches("^[0-9]{6}$", mailbox.Code);
        var wrong = mailbox.Code == "000000" ? "000001" : "000000";
        Assert.Contains("not right", await (await Enter(other, wrong)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/chat", (await Enter(other, mailbox.Code)).Headers.Location?.OriginalString);
        Assert.Contains(Secret, await other.GetStringAsync(new Uri("/chat/plain", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_refused_too()
    {
        Mailbox mailbox = new();
        using var server = site.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IDeliverCodes>(mailbox)));
        var invited = await Invited.To(site);
        using var other = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await other.PostAsync(new Uri(invited.Path, UriKind.Relative), null);
        await other.PostAsync(new Uri("/chat/code/send", UriKind.Relative), null);
        for (var i = 0; i < 5; i++)
        {
            await Enter(other, "not it");
        }

        Assert.Null((await Enter(other, mailbox.Code)).Headers.Location);
    }

    private static async Task<HttpResponseMessage> Enter(HttpClient browser, string code)
    {
        using FormUrlEncodedContent form = new([KeyValuePair.Create("code", code)]);
        return await browser.PostAsync(new Uri("/chat/code", UriKind.Relative), form);
    }

    public void Dispose() => site.Dispose();

    private sealed class Mailbox : IDeliverCodes
    {
        public string Code { get; private set; } = "";
        public bool CanDeliver => true;

        public Task<bool> Deliver(Link link, string code, CancellationToken cancellation)
        {
            Code = code;
            return Task.FromResult(true);
        }
    }
}
