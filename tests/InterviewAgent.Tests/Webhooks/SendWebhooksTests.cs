using System.Globalization;
using InterviewAgent.Webhooks;

namespace InterviewAgent.Tests.Webhooks;

public sealed class SendWebhooksTests : IDisposable
{
    private readonly WebhookOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task An_event_arrives_under_one_id_through_every_kind_of_failure()
    {
        Way[] ways = [new Way.Says(500), new Way.Cuts(), new Way.Hangs(), new Way.Says(302, "Location: http://127.0.0.1:1/\r\n"), new Way.Says(404), new Way.Says(200, BodyBytes: 100_000)];
        office.Receiver.Answer = n => ways[Math.Min(n, ways.Length) - 1];
        await office.Subscribe();
        await office.Raise();
        List<string?> answers = [];
        for (var n = 0; n < ways.Length; n++)
        {
            await office.Send();
            answers.Add(office.Rows().Single().LastAnswer);
            office.Clock.Now = office.Rows().Single().NextAt.AddMinutes(6);
        }
        Assert.Equal(["500", "no answer", "no answer in time", "302", "404", "200"], answers);
        Assert.Equal(DeliveryState.Sent, office.Rows().Single().State);
        Assert.Equal(ways.Length, office.Receiver.Taken.Count);
        Assert.Single(office.Receiver.Taken.Select(one => one.Id).Distinct());
        Assert.Single(office.Receiver.Taken.Select(one => one.Body).Distinct());
        Assert.Equal(ways.Length, office.Receiver.Taken.Select(one => one.Signature).Distinct().Count()); // The time is signed too.
        Assert.Equal("ok", (await office.Status()).State);
    }

    [Fact]
    public async Task What_was_sent_and_not_noted_is_sent_again_under_its_id()
    {
        await office.Subscribe();
        await office.Raise();
        var claimed = Assert.Single(await office.Get<WebhookRows>().Take(10, default));
        Assert.True((await office.Get<DeliverWebhook>().Run(claimed.To, claimed.Row, default)).Taken);
        // Here the process died.
        Assert.Equal(0, await office.Send());
        office.Clock.Now = office.Clock.Now.AddSeconds(181);
        Assert.Equal(1, await office.Send());
        Assert.Equal(2, office.Receiver.Taken.Count);
        Assert.Single(office.Receiver.Taken.Select(one => one.Id).Distinct());
        // What its holder notes late changes nothing.
        await office.Get<WebhookRows>().Note(claimed, new Answer(false, "500"));
        Assert.Equal(DeliveryState.Sent, office.Rows().Single().State);
    }

    [Fact]
    public async Task Of_two_servers_one_gets_each_row()
    {
        await office.Subscribe();
        for (var n = 0; n < 24; n++)
        {
            await office.Raise();
        }
        var rows = office.Get<WebhookRows>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rows.Take(8, default))));
        var ids = taken.SelectMany(one => one).Select(one => one.Row.Id).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task The_waits_grow_and_after_a_day_it_is_a_dead_letter_that_can_be_replayed()
    {
        office.Receiver.Answer = _ => new Way.Says(503);
        await office.Subscribe();
        await office.Raise();
        var (began, last) = (office.Clock.Now, TimeSpan.Zero);
        while (office.Rows().Single().State != DeliveryState.Dead)
        {
            await office.Send();
            var row = office.Rows().Single();
            // Each wait is spread by a fifth to both sides, so that the next may come out a little shorter.
            Assert.True(row.State == DeliveryState.Dead || row.NextAt - office.Clock.Now > last * (0.8 / 1.2), $"attempt {row.Attempts}");
            last = row.NextAt - office.Clock.Now;
            office.Clock.Now = row.NextAt;
        }
        Assert.InRange(office.Clock.Now - began, TimeSpan.FromHours(18), TimeSpan.FromHours(32));
        Assert.Equal(RetryPlan.MostAttempts, office.Receiver.Taken.Count);
        Assert.Equal(1, (await office.Status()).Dead);

        office.Receiver.Answer = _ => new Way.Says(200);
        office.Clock.Now = office.Clock.Now.AddMinutes(10);
        Assert.Equal(1, await office.With((ReplayDeliveries replay) => replay.Run(null, "test")));
        Assert.Equal(1, await office.Send());
        Assert.Single(office.Receiver.Taken.Select(one => one.Id).Distinct());
        Assert.Equal(DeliveryState.Sent, office.Rows().Single().State);
    }

    [Theory]
    [InlineData("Retry-After: 7200\r\n", 7200)]
    [InlineData("Retry-After: Mon, 01 Jun 2026 12:00:00 GMT\r\n", 10800)]
    [InlineData("Retry-After: 99999999\r\n", 86400)]
    [InlineData("Retry-After: soon\r\n", 0)]
    public async Task What_the_receiver_asks_for_is_heeded(string header, int seconds)
    {
        office.Receiver.Answer = n => n == 1 ? new Way.Says(429, header) : new Way.Says(204);
        await office.Subscribe();
        await office.Raise();
        await office.Raise();
        using (var one = new CancellationTokenSource())
        {
            var claimed = await office.Get<WebhookRows>().Take(1, default);
            await office.Get<WebhookRows>().Note(claimed[0], await office.Get<DeliverWebhook>().Run(claimed[0].To, claimed[0].Row, default));
        }
        var wait = office.Rows().Max(row => row.NextAt) - office.Clock.Now;
        Assert.True(seconds == 0 ? wait < TimeSpan.FromSeconds(10) : wait == TimeSpan.FromSeconds(seconds), wait.ToString("c", CultureInfo.InvariantCulture));
        Assert.Equal(0, await office.Send()); // The other event waits as long.
        office.Clock.Now += wait;
        Assert.Equal(2, await office.Send());
    }

    [Fact]
    public async Task Gone_ends_it_and_what_happens_later_waits_until_it_is_resumed()
    {
        office.Receiver.Answer = _ => new Way.Says(410);
        var (id, _) = await office.Subscribe();
        await office.Raise();
        await office.Send();
        Assert.Equal(("paused", "410", 1), ((await office.Status()).State, (await office.Status()).PausedBecause, (await office.Status()).Dead));
        await office.Raise();
        Assert.Equal(0, await office.Send());
        office.Receiver.Answer = _ => new Way.Says(204);
        Assert.True(await office.With((Subscriptions webhooks) => webhooks.Resume(id, null, "test")));
        Assert.Equal(1, await office.Send());
        Assert.Equal("ok", (await office.Status()).State);
    }

    [Fact]
    public async Task An_address_that_takes_nothing_for_days_is_paused_and_is_tried_with_one_event_at_a_time()
    {
        office.Receiver.Answer = _ => new Way.Says(500);
        await office.Subscribe();
        for (var n = 0; n < 30; n++)
        {
            await office.Raise();
        }
        await office.Send();
        Assert.InRange(office.Receiver.Taken.Count, 1, 8);
        for (var hour = 0; hour < 80; hour++)
        {
            var before = office.Receiver.Taken.Count;
            office.Clock.Now = office.Clock.Now.AddHours(1);
            await office.Send();
            Assert.InRange(office.Receiver.Taken.Count - before, 0, 1);
        }
        var status = await office.Status();
        Assert.Equal(("paused", "500"), (status.State, status.PausedBecause));
        Assert.InRange(status.PausedAt!.Value - status.FailingSince!.Value, TimeSpan.FromDays(3), TimeSpan.FromDays(3.1));
    }

    [Fact]
    public async Task One_slow_address_holds_up_no_other()
    {
        using Receiver other = new();
        office.Receiver.Answer = _ => new Way.Hangs();
        await office.Subscribe();
        await office.With((Subscriptions webhooks) => webhooks.Add(other.Url, WebhookEvents.All, null, "test"));
        for (var n = 0; n < 12; n++)
        {
            await office.Raise();
        }
        await office.Send();
        Assert.Equal(12, other.Taken.Count);
    }

    [Fact]
    public async Task A_private_address_is_not_called_unless_it_is_allowed()
    {
        await office.Subscribe();
        await office.Raise();
        using WebhookOffice strict = new(("Webhooks:AllowPrivateAddresses", "false"));
        var claimed = Assert.Single(await office.Get<WebhookRows>().Take(10, default));
        Assert.Equal("private address", (await strict.Get<DeliverWebhook>().Run(claimed.To, claimed.Row, default)).Status);
        Assert.Empty(office.Receiver.Taken);
    }
}
