using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;

namespace InterviewAgent.Tests.LanguageModels;

public sealed class ErasedCallTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_ends_after_its_person_was_erased_keeps_neither_words_nor_ids(bool wholePerson)
    {
        await using var setting = await ModelSetting.Of("openai");
        var subject = new ModelSubject(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var db = setting.Db())
        {
            db.Add(new Tombstone { RespondentId = subject.RespondentId!.Value, InterviewId = wholePerson ? null : subject.InterviewId });
            await db.SaveChangesAsync();
        }
        var row = await setting.Row(await setting.Ask(subject: subject));
        Assert.Equal((null, null, null, null, null), (row.Request, row.Answer, row.AccountId, row.RespondentId, row.InterviewId));
        Assert.True(row.TokensIn > 0);
    }

    [Fact]
    public async Task A_call_with_words_of_several_people_keeps_none_of_them()
    {
        await using var setting = await ModelSetting.Of("openai");
        var row = await setting.Row(await setting.Ask(ofSeveral: true));
        Assert.Equal((null, null, null), (row.Request, row.Answer, row.Why));
        Assert.True(row.TokensIn > 0);
    }

    [Fact]
    public async Task Another_interview_of_the_person_keeps_its_words()
    {
        await using var setting = await ModelSetting.Of("openai");
        var subject = new ModelSubject(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var db = setting.Db())
        {
            db.Add(new Tombstone { RespondentId = subject.RespondentId!.Value, InterviewId = Guid.CreateVersion7() });
            await db.SaveChangesAsync();
        }
        Assert.NotNull((await setting.Row(await setting.Ask(subject: subject))).Request);
    }
}
