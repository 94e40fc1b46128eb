using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Connector.Outbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewAgent.Web.Tests.Channels.Connector.Outbound;

/// <summary>The whole application as the bot of a fake channel, and people who are reached there.</summary>
internal sealed class Teams : IAsyncDisposable
{
    private Teams(SignedChannel signed, TimeProvider? clock, Dictionary<string, string> settings)
    {
        Signed = signed;
        Site = new()
        {
            Settings = signed.Settings.Concat(settings).GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.Last().Value),
            Instead = services =>
            {
                if (clock is not null)
                {
                    services.Replace(ServiceDescriptor.Singleton(clock));
                }
            },
        };
    }

    public SignedChannel Signed { get; }
    public FakeChannel Channel => Signed.Channel;
    public Site Site { get; }
    public IConnector Connector => Site.Services.GetRequiredService<IConnector>();
    public ChannelPlace Place => new(Channel.ServiceUrl, "a:1");

    public static async Task<Teams> Start(TimeProvider? clock = null, params (string Key, string Value)[] settings) =>
        new(await SignedChannel.Start(), clock, settings.ToDictionary(setting => setting.Key, setting => setting.Value));

    /// <summary>A person with a due check-in and a conversation.</summary>
    public async Task<(CheckIn Due, Conversation Place)> Person(string? conversation = "a:1", string? user = "29:1", string tenant = SignedChannel.Tenant)
    {
        Account account = new() { ExternalId = Guid.NewGuid().ToString(), Name = "Vale Fibra", ContractSignedOn = new(2026, 1, 5) };
        Respondent person = new() { AccountId = account.Id, ExternalId = "u1", Name = "Ines Prado", Role = Role.EndUser };
        var today = DateOnly.FromDateTime(Site.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        CheckIn due = new() { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day30, Due = today };
        Conversation place = new()
        {
            RespondentId = person.Id, AccountId = account.Id, Channel = "msteams", TenantId = tenant, ServiceUrl = Channel.ServiceUrl,
            ChannelConversationId = conversation, UserId = user, BotId = "28:" + SignedChannel.AppId, Locale = "en-GB",
        };
        await Site.With(async db =>
        {
            db.AddRange(account, person, due, place);
            await db.SaveChangesAsync();
        });
        return (due, place);
    }

    public async Task<OpenedInterview> Opens(CheckIn due, Conversation place) =>
        await With<OpenInterview, OpenedInterview>(open => open.For(due.Id, "msteams", place.Id));

    public async Task<Reply> Says(Guid interview, string text, Conversation place) =>
        await With<ReceiveAnswer, Reply>(answers => answers.Handle(
            interview, new(Guid.NewGuid().ToString("N"), text, ConversationId: place.Id)));

    public Task<CheckInSending> Sends(Guid checkIn) => With<SendCheckIn, CheckInSending>(send => send.Run(checkIn));

    public Task<int> Empties() => Site.Services.GetRequiredService<OutboxSender>().Run(CancellationToken.None);

    public async Task<IReadOnlyList<OutboxMessage>> Rows()
    {
        List<OutboxMessage> rows = [];
        await Site.With(async db => rows = await db.Outbox.AsNoTracking().OrderBy(row => row.At).ThenBy(row => row.TurnN).ToListAsync());
        return rows;
    }

    public Task With(Func<InterviewAgentDb, Task> work) => Site.With(work);

    public async Task<TResult> With<T, TResult>(Func<T, Task<TResult>> work) where T : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Signed.DisposeAsync();
    }
}
