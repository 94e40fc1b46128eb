using InterviewAgent.Accounts;
using InterviewAgent.Webhooks;

namespace InterviewAgent.Insights;

/// <summary>What webhooks are told of a flag: ids, counts and a place. Why it was opened stands on the page, beside the words.</summary>
internal static class FlagOpened
{
    public static object Of(Flag flag, Account account, AccountReading reading) => new
    {
        Account = EventAccount.Of(account),
        Flag = new { flag.Id, Kind = flag.Kind.ToString(), flag.Due },
        Counts = new { KindsOfEvidence = reading.Evidence.Count, WithQuotes = reading.Evidence.Count(kind => kind.IsQuoted) },
        Place = $"/accounts/{account.Id}",
    };
}
