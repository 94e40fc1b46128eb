using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Webhooks;

namespace InterviewAgent.Tests.Webhooks;

public sealed class SignWebhookTests
{
    /// <summary>The example of the specification's reference libraries: id, time, body and secret are theirs, and so is the signature.</summary>
    [Fact]
    public void It_signs_as_the_reference_libraries_do() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        SignWebhook.Signature("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}", [Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]));

    [Fact]
    public async Task During_a_rotation_the_old_secret_verifies_too_and_after_it_no_more()
    {
        using WebhookOffice office = new();
        var (id, old) = await office.Subscribe();
        var now = await office.With((Subscriptions webhooks) => webhooks.Rotate(id, null, "test"));
        await office.Raise();
        await office.Send();
        Assert.True(Verifies(office.Receiver.Taken[0], old) && Verifies(office.Receiver.Taken[0], now!));
        office.Clock.Now = office.Clock.Now.AddHours(25);
        await office.Raise();
        await office.Send();
        Assert.True(!Verifies(office.Receiver.Taken[1], old) && Verifies(office.Receiver.Taken[1], now!));
        await office.With((TidyWebhooks sweep) => sweep.Run(default));
        using var db = office.Database.Open();
        Assert.Null(db.Webhooks.Single().OldSecret);
    }

    [Fact]
    public async Task The_time_is_that_of_the_attempt()
    {
        using WebhookOffice office = new();
        await office.Subscribe();
        await office.Raise();
        office.Clock.Now = office.Clock.Now.AddHours(2);
        await office.Send();
        Assert.Equal(SignWebhook.Timestamp(office.Clock.Now), office.Receiver.Taken[0].Timestamp);
    }

    /// <summary>A receiver's own check, by the text of the specification.</summary>
    private static bool Verifies(Received one, string secret)
    {
        var mac = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{one.Id}.{one.Timestamp}.{one.Body}")));
        return one.Signature.Split(' ').Contains("v1," + mac);
    }
}
