using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Webhooks;

public sealed class SubscriptionsTests : IDisposable
{
    private readonly WebhookOffice office = new(("Webhooks:AllowPrivateAddresses", "false"));

    public void Dispose() => office.Dispose();

    [Theory]
    [InlineData("http://crm.example.com/hook")]
    [InlineData("ftp://crm.example.com/hook")]
    [InlineData("https://user:pw@crm.example.com/")]
    [InlineData("https://crm.example.com/#x")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://[::1]:8443/x")]
    [InlineData("/hook")]
    [InlineData("")]
    [InlineData(null)]
    public Task An_address_that_must_not_be_called_is_refused(string? url) =>
        Assert.ThrowsAsync<ArgumentException>(() => office.With((Subscriptions webhooks) => webhooks.Add(url, WebhookEvents.All, null, "test")));

    [Fact]
    public async Task An_event_that_there_is_not_and_the_same_address_twice_are_refused()
    {
        await Add("https://crm.example.com/a");
        await Assert.ThrowsAsync<ArgumentException>(() => Add("https://crm.example.com/a"));
        await Add("https://crm.example.com/a", "A. Lind");
        await Assert.ThrowsAsync<ArgumentException>(() => office.With((Subscriptions webhooks) => webhooks.Add("https://crm.example.com/b", ["flag.closed"], null, "test")));
        await Assert.ThrowsAsync<ArgumentException>(() => office.With((Subscriptions webhooks) => webhooks.Add("https://crm.example.com/b", [], null, "test")));
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_does_not_stand_in_the_store()
    {
        var (id, secret) = await Add("https://crm.example.com/a");
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(secret[6..]).Length);
        using var db = office.Database.Open();
        var row = await db.Webhooks.SingleAsync(webhook => webhook.Id == id);
        Assert.DoesNotContain(secret[6..], row.Secret, StringComparison.Ordinal);
        Assert.Equal(secret, SignWebhook.Write(office.Get<SecretSeal>().Open(row.Secret)!));
    }

    [Fact]
    public async Task After_a_rotation_of_the_link_keys_the_sweep_seals_the_secret_anew()
    {
        var (id, secret) = await Add("https://crm.example.com/a");
        using WebhookOffice later = new(("Links:Keys:k2", Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray())));
        using (var from = office.Database.Open())
        {
            using var to = later.Database.Open();
            to.Add(await from.Webhooks.AsNoTracking().SingleAsync());
            await to.SaveChangesAsync();
        }
        await later.With((TidyWebhooks sweep) => sweep.Run(default));
        using var db = later.Database.Open();
        var row = await db.Webhooks.SingleAsync(webhook => webhook.Id == id);
        Assert.StartsWith("k2.", row.Secret, StringComparison.Ordinal);
        Assert.Equal(secret, SignWebhook.Write(later.Get<SecretSeal>().Open(row.Secret)!));
        Assert.Null(office.Get<SecretSeal>().Open(row.Secret)); // Who has not the new key reads nothing.
    }

    [Fact]
    public async Task An_owner_sees_and_ends_their_own_alone()
    {
        var (all, _) = await Add("https://crm.example.com/a");
        var (own, _) = await Add("https://crm.example.com/b", "A. Lind");
        Assert.Equal([own], (await office.With((Subscriptions webhooks) => webhooks.List("A. Lind"))).Select(one => one.Id));
        Assert.Null(await office.With((Subscriptions webhooks) => webhooks.Rotate(all, "A. Lind", "test")));
        Assert.False(await office.With((Subscriptions webhooks) => webhooks.Remove(all, "A. Lind", "test")));
        Assert.True(await office.With((Subscriptions webhooks) => webhooks.Remove(own, "A. Lind", "test")));
    }

    [Fact]
    public async Task What_is_old_goes()
    {
        using WebhookOffice open = new();
        await open.Subscribe();
        await open.Raise();
        await open.Send();
        await open.Raise();
        open.Clock.Now = open.Clock.Now.AddDays(31);
        Assert.Equal(2, await open.With((TidyWebhooks sweep) => sweep.Run(default)));
        Assert.Empty(open.Rows());
    }

    private Task<(Guid Id, string Secret)> Add(string url, string? owner = null) => office.With((Subscriptions webhooks) => webhooks.Add(url, WebhookEvents.All, owner, "test"));
}
