using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing.Delivery;

/// <summary>A <see cref="Talk"/> whose respondent has a conversation in Teams.</summary>
internal sealed class HeldInTeams : IDisposable
{
    public HeldInTeams()
    {
        Place = new()
        {
            RespondentId = Talk.CheckIn.RespondentId, AccountId = Talk.CheckIn.AccountId, Channel = "msteams", TenantId = "t-1",
            ServiceUrl = "https://smba.trafficmanager.net/emea/", ChannelConversationId = "a:1", UserId = "29:1", BotId = "28:app",
        };
        using var db = Talk.Db();
        db.Add(Place);
        db.SaveChanges();
    }

    public Talk Talk { get; } = new();
    public Conversation Place { get; }

    public Task<Reply> Open() => Talk.Open(Place.Id);

    public Task<Reply> Say(string text) => Talk.Say(text, place: Place.Id);

    public async Task<IReadOnlyList<OutboxMessage>> Outbox()
    {
        await using var db = Talk.Db();
        return await db.Outbox.AsNoTracking().OrderBy(message => message.At).ThenBy(message => message.TurnN).ToListAsync();
    }

    public async Task Set(int turnN, OutboxState state)
    {
        await using var db = Talk.Db();
        await db.Outbox.Where(message => message.TurnN == turnN).ExecuteUpdateAsync(set => set.SetProperty(message => message.State, state));
    }

    public void Dispose() => Talk.Dispose();
}
