using InterviewAgent.Accounts;
using InterviewAgent.Web.Tests.Channels;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Dashboard;

public sealed class UnreachableTests : IDisposable
{
    private readonly Site site = new();

    [Theory]
    [InlineData(AddressFault.WrongPerson, "wrong person")]
    [InlineData(AddressFault.Refused, "unreachable")]
    public async Task The_account_says_whom_mail_does_not_reach_until_the_address_is_mended(AddressFault fault, string says)
    {
        await Invited.To(site);
        await site.With(db => db.Respondents.ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, "old@example.com")
            .SetProperty(person => person.ClosedAddress, "old@example.com").SetProperty(person => person.ClosedBecause, fault)));
        Assert.Contains($"u1 (end user): {says}", await AccountPage(), StringComparison.Ordinal);
        await site.With(db => db.Respondents.ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, "new@example.com")));
        Assert.DoesNotContain(says, await AccountPage(), StringComparison.Ordinal);
    }

    private async Task<string> AccountPage()
    {
        using var client = await site.SignedIn();
        Guid id = default;
        await site.With(async db => id = (await db.Accounts.SingleAsync()).Id);
        return await client.GetStringAsync(new Uri($"/accounts/{id}", UriKind.Relative));
    }

    public void Dispose() => site.Dispose();
}
