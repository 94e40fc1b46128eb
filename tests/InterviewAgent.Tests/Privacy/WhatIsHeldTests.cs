using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;

namespace InterviewAgent.Tests.Privacy;

public sealed class WhatIsHeldTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_page_that_a_replay_wrote_is_named_once_to_those_whose_words_are_in_it()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: "We plan in our own sheet.");
        using var db = database.Open();
        var at = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        void Note(string did, Guid subject, int minutes) => db.Audit.Add(new AuditEntry { At = at.AddMinutes(minutes), Who = "rena", Did = did, Subject = subject });
        Note(ReplayPage.Opened + "/srv/runs/replay.html", interview.Id, 0);
        Note(ReplayPage.Opened + "/srv/runs/replay.html", interview.Id, 5);
        Note(ReplayPage.Opened + "/srv/runs/another.html", Guid.CreateVersion7(), 6);
        Note("opened a transcript", interview.Id, 7);
        await db.SaveChangesAsync();

        var held = await new WhatIsHeld(db).Of(interview.RespondentId);
        Assert.Equal(new ReplayPage("rena", "/srv/runs/replay.html", at.AddMinutes(5)), Assert.Single(held.Replays));
        Assert.True(held.HasLeft);
    }

    [Fact]
    public async Task Who_was_in_no_replay_is_told_of_none()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: "We plan in our own sheet.");
        using var db = database.Open();
        var held = await new WhatIsHeld(db).Of(interview.RespondentId);
        Assert.Empty(held.Replays);
        Assert.False(held.HasLeft);
    }
}
