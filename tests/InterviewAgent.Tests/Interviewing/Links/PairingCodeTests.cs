using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing.Links;

public sealed class PairingCodeTests
{
    private static readonly LinkKeys Keys = new(new Dictionary<string, string> { ["k1"] = Convert.ToBase64String(new byte[32]) }, "", "");

    [Fact]
    public async Task A_code_works_once_as_people_type_it()
    {
        using var talk = new Talk();
        var link = await Linked(talk);
        await using var db = talk.Db();
        PairingCode codes = new(db, Keys, talk.Clock);
        var code = await codes.Make(link.Id, default);
        Assert.Matches("^[0-9A-Z]{5}-[0-9A-Z]{5}$", code);
        Assert.Equal(link.RespondentId, (await codes.Take($" {code.ToLowerInvariant().Replace('-', ' ')} ", default))?.RespondentId);
        Assert.Null(await codes.Take(code, default));
    }

    [Fact]
    public async Task It_ends_after_fifteen_minutes_with_a_newer_one_and_with_its_link()
    {
        using var talk = new Talk();
        var link = await Linked(talk);
        await using var db = talk.Db();
        PairingCode codes = new(db, Keys, talk.Clock);
        var first = await codes.Make(link.Id, default);
        var second = await codes.Make(link.Id, default);
        Assert.Null(await codes.Take(first, default));
        talk.Clock.Advance(PairingCode.Life);
        Assert.Null(await codes.Take(second, default));
        var third = await codes.Make(link.Id, default);
        await db.Links.ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, talk.Clock.GetUtcNow()));
        Assert.Null(await codes.Take(third, default));
    }

    [Theory]
    [InlineData("dispatcher")]
    [InlineData("hello")]
    [InlineData("ABCDE-FGHJK")]
    [InlineData(null)]
    public void Words_are_not_taken_for_codes(string? text) => Assert.False(PairingCode.Looks(text));



    private static async Task<Link> Linked(Talk talk)
    {
        await using var db = talk.Db();
        Link link = new() { CheckInId = talk.CheckIn.Id, RespondentId = talk.CheckIn.RespondentId, ExpiresAt = talk.Clock.GetUtcNow().AddDays(1) };
        db.Links.Add(link);
        await db.SaveChangesAsync();
        return link;
    }
}
