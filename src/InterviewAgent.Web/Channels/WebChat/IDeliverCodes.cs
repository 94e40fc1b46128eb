using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Links;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary>Brings a code to the respondent by a way that only they can read.</summary>
internal interface IDeliverCodes
{
    bool CanDeliver { get; }

    /// <summary>False: there is no such way for this person, or it is closed for now.</summary>
    Task<bool> Deliver(Link link, string code, CancellationToken cancellation);
}

/// <summary>In development the terminal stands in for the respondent's mailbox. To the terminal and not to the log: logs are kept.</summary>
internal sealed class PrintCodes(IHostEnvironment environment) : IDeliverCodes
{
    public bool CanDeliver => environment.IsDevelopment();

    public async Task<bool> Deliver(Link link, string code, CancellationToken cancellation)
    {
        await Console.Out.WriteLineAsync($"Code to show earlier answers on another device: {code} (for {DeviceCode.Window.TotalMinutes:0} minutes at most)");
        return true;
    }
}
