using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Consents;
using InterviewAgent.Tests.Interviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Privacy.Consents;

/// <summary>Consent is given interview by interview, to the words that were shown.</summary>
public sealed class ConsentVersionsTests
{
    [Fact]
    public async Task A_text_is_kept_when_it_is_first_shown_and_a_consent_points_at_it()
    {
        using var talk = new Talk();
        var shown = await talk.Open();
        await talk.Open();
        await using var db = talk.Db();
        var version = await db.ConsentVersions.SingleAsync();
        Assert.Equal((shown.Text, "en", "end-user-early"), (version.Text, version.Language, version.GuideId));
        Assert.Equal((await talk.Stored()).GuideHash, version.GuideHash);
        Assert.Equal(0, Assert.Single(await new ListConsentVersions(db).Run()).Agreed);

        await talk.Say("Yes, start");
        Assert.Equal(version.Hash, (await db.Consents.SingleAsync()).TextHash);
        Assert.Equal((version.Hash, 1), Assert.Single((await new ListConsentVersions(db).Run()).Select(one => (one.Hash, one.Agreed))));
    }

    [Fact]
    public async Task Who_says_yes_only_after_being_asked_again_agreed_to_the_whole_text()
    {
        using var talk = new Talk();
        var shown = await talk.Open();
        Assert.NotEqual(shown.Text, (await talk.Say("What is the weather like over there")).Text);
        await talk.Say("Yes, start");
        await using var db = talk.Db();
        Assert.Equal(KeepConsentText.HashOf(shown.Text), (await db.Consents.SingleAsync()).TextHash);
    }

    [Fact]
    public async Task A_changed_text_is_a_new_version_and_is_shown_to_those_who_agreed_to_the_old_one()
    {
        using var talk = new Talk();
        var before = await talk.Open();
        await talk.Say("Yes, start");
        await using var db = talk.Db();
        CheckIn next = new() { AccountId = talk.CheckIn.AccountId, RespondentId = talk.CheckIn.RespondentId, Checkpoint = Checkpoint.Day90 };
        db.Add(next);
        await db.SaveChangesAsync();

        talk.Service<IOptions<InterviewingOptions>>().Value.Vendor = "Contoso and partners";
        talk.Clock.Advance(TimeSpan.FromDays(60));
        await talk.OpenOther(next.Id);
        var second = await db.Interviews.AsNoTracking().Include(held => held.Turns).SingleAsync(held => held.CheckInId == next.Id);
        Assert.Contains("Contoso and partners", Assert.Single(second.Turns).Text, StringComparison.Ordinal);
        Assert.Equal(InterviewStatus.Consenting, second.Status); // Nothing is taken over from the first.
        await talk.With<ReceiveAnswer, Reply>(receive => receive.Handle(second.Id, new IncomingMessage("again", "Yes, start")));

        var consents = await db.Consents.OrderBy(consent => consent.At).Select(consent => consent.TextHash).ToListAsync();
        Assert.Equal([KeepConsentText.HashOf(before.Text), KeepConsentText.HashOf(second.Turns[0].Text)], consents);
        Assert.Equal([consents[1], consents[0]], (await new ListConsentVersions(db).Run()).Select(version => version.Hash));
    }

    [Fact]
    public async Task A_persons_export_has_the_words_they_agreed_to_also_from_before_texts_were_kept_and_after_the_interview_is_deleted()
    {
        using var talk = new Talk();
        var shown = await talk.Open();
        await talk.Say("Yes, start");
        await using var db = talk.Db();
        await Agreed(shown.Text);
        await db.ConsentVersions.ExecuteDeleteAsync();
        await Agreed(shown.Text);
        await db.Turns.ExecuteDeleteAsync();
        await Agreed(null);
        db.Add(new ConsentVersion { Hash = KeepConsentText.HashOf(shown.Text), Text = shown.Text, Language = "en" });
        await db.SaveChangesAsync();
        await Agreed(shown.Text);

        async Task Agreed(string? expected) => Assert.Equal(expected,
            Assert.Single((await new ExportRespondent(talk.Db(), TimeProvider.System).Run(talk.CheckIn.RespondentId, "admin"))!.Consents).Text);
    }
}
