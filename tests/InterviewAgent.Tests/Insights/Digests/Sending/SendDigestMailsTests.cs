using System.Text.RegularExpressions;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Tests.Interviewing.Invitations;
using InterviewAgent.Tests.Mail;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Insights.Digests.Sending;

public sealed class SendDigestMailsTests : IDisposable
{
    private readonly DigestOffice office = new();

    [Fact]
    public async Task On_Monday_each_reader_gets_their_own_once()
    {
        for (var hour = 0; hour < 5; hour++)
        {
            await office.Queue();
            await office.Mails();
            office.Clock.Now = office.Clock.Now.AddHours(1);
        }
        Assert.Equal([DigestOffice.Manager, DigestOffice.Leader], office.Server.Taken.Select(mail => mail.To).Order());
        Assert.All(office.Rows(), row => Assert.Equal(SendingState.Sent, row.State));
        Assert.Contains("All accounts", To(DigestOffice.Leader), StringComparison.Ordinal);
        Assert.Contains("Accounts of Asa", To(DigestOffice.Manager), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_its_hour_and_after_two_days_nothing_goes_out()
    {
        foreach (var at in new[] { "2026-06-01T07:59:00Z", "2026-06-03T08:00:00Z", "2026-06-07T20:00:00Z" })
        {
            office.Clock.Now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(0, await office.Queue());
        }
    }

    [Fact]
    public async Task The_next_week_brings_the_next_one()
    {
        await QueueAndSend();
        office.Clock.Now = office.Clock.Now.AddDays(7);
        await QueueAndSend();
        Assert.Equal(4, office.Server.Taken.Count);
        Assert.Equal(4, office.Server.Taken.Select(mail => Regex.Match(mail.Content, "Message-ID: (.*)").Value).Distinct().Count());
    }

    [Fact]
    public async Task A_mail_carries_counts_and_links_and_no_words_of_anybody()
    {
        await QueueAndSend();
        var mail = To(DigestOffice.Leader);
        Assert.Contains("Fenwright", mail, StringComparison.Ordinal);
        Assert.Matches("https://digest\\.contoso\\.example/interviews/[0-9a-f-]{36}#turn-1", mail);
        Assert.DoesNotContain("I keep my sheet", mail, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe: <https://digest.contoso.example/m/digest/", mail, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_unsubscribes_gets_no_more_and_the_others_do()
    {
        await QueueAndSend();
        var token = Regex.Match(To(DigestOffice.Leader), "/m/digest/([^>\\s]+)").Groups[1].Value;
        await office.Scoped<Unsubscribe>(async unsubscribe =>
        {
            Assert.Null(await unsubscribe.Find(token + "x", default));
            var address = await unsubscribe.Find(token, default);
            Assert.Equal(DigestOffice.Leader, address);
            await unsubscribe.Run(address!, default);
            await unsubscribe.Run(address!, default);
        });
        office.Clock.Now = office.Clock.Now.AddDays(7);
        await QueueAndSend();
        Assert.Equal(2, office.Server.Taken.Count(mail => mail.To == DigestOffice.Manager));
        Assert.Equal(1, office.Server.Taken.Count(mail => mail.To == DigestOffice.Leader));
    }

    [Fact]
    public async Task Who_unsubscribes_while_it_waits_is_not_written_to()
    {
        await office.Queue();
        await office.Scoped<Unsubscribe>(unsubscribe => unsubscribe.Run(DigestOffice.Leader, default));
        await office.Mails();
        Assert.Equal(DigestOffice.Manager, Assert.Single(office.Server.Taken).To);
        Assert.Equal(SendingState.Withdrawn, office.Rows().Single(row => row.Address == DigestOffice.Leader).State);
    }

    [Fact]
    public async Task Left_behind_before_the_point_of_no_return_it_is_sent_once_by_the_next()
    {
        await office.Queue();
        await office.Get<DigestRows>().Take(DigestChannel.Mail, 10, default);
        Assert.Equal(0, await office.Mails());
        office.Clock.Now = office.Clock.Now.AddMinutes(4);
        await office.Mails();
        Assert.Equal(2, office.Server.Taken.Count);
    }

    [Fact]
    public async Task Left_behind_after_it_it_is_never_sent_again()
    {
        await office.Queue();
        var rows = office.Get<DigestRows>();
        var (taken, _) = await rows.Take(DigestChannel.Mail, 10, default);
        Assert.True(await rows.Sending(taken[0], () => { }, default));
        office.Clock.Now = office.Clock.Now.AddMinutes(4);
        await office.Mails();
        await office.Mails();
        Assert.NotEqual(taken[0].Address, Assert.Single(office.Server.Taken).To);
        Assert.Equal(SendingState.Unknown, office.Rows().Single(row => row.Id == taken[0].Id).State);
    }

    [Fact]
    public async Task Who_lost_the_claim_gives_nothing_away()
    {
        await office.Queue();
        var rows = office.Get<DigestRows>();
        var (taken, _) = await rows.Take(DigestChannel.Mail, 10, default);
        office.Clock.Now = office.Clock.Now.AddMinutes(4);
        await office.Mails();
        Assert.False(await rows.Sending(taken[0], () => Assert.Fail("given away"), default));
        Assert.Equal(2, office.Server.Taken.Count);
    }

    [Fact]
    public async Task Two_senders_at_once_send_one_each()
    {
        await office.Queue();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(office.Mails)));
        Assert.Equal(2, office.Server.Taken.Count);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_refused_and_a_busy_server_is_asked_again()
    {
        office.Server.Answer = command => command.Contains("RCPT TO:<lead", StringComparison.OrdinalIgnoreCase) ? "550 5.1.1 no" : command.Contains("RCPT TO:<asa", StringComparison.OrdinalIgnoreCase) ? "451 4.3.0 later" : null;
        await QueueAndSend();
        Assert.Equal(SendingState.Refused, office.Rows().Single(row => row.Address == DigestOffice.Leader).State);
        office.Server.Answer = _ => null;
        office.Clock.Now = office.Clock.Now.AddMinutes(6);
        await office.Mails();
        Assert.Equal(DigestOffice.Manager, Assert.Single(office.Server.Taken).To);
    }

    private async Task QueueAndSend()
    {
        await office.Queue();
        await office.Mails();
    }

    private string To(string address) => office.Server.Taken.First(mail => mail.To == address).Text();

    public void Dispose() => office.Dispose();
}
