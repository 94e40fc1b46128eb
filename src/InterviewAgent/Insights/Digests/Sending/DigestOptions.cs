using System.ComponentModel.DataAnnotations;
using InterviewAgent.Mail;

namespace InterviewAgent.Insights.Digests.Sending;

/// <summary>Section "Digests": who is told of each week, and when. The address of a Teams workflow is a key and comes from the environment only.</summary>
public sealed class DigestOptions : IValidatableObject
{
    public const string TeamsVariable = "INTERVIEW_AGENT_DIGEST_TEAMS_URL";

    /// <summary>False: nothing is sent unless somebody presses Send now or runs <c>interview-agent digest send</c>.</summary>
    public bool Automatic { get; set; } = true;

    /// <summary>Hour of Monday, 0 to 23, from which on it is sent.</summary>
    [Range(0, 23)]
    public int Hour { get; set; } = 8;

    /// <summary>Whose Monday: an IANA time zone.</summary>
    [Required]
    public string TimeZone { get; set; } = "UTC";

    public List<DigestRecipient> Recipients { get; set; } = [];

    /// <summary>Which digest the Teams workflow posts; empty: that of all accounts, else an owner's.</summary>
    [Required(AllowEmptyStrings = true)]
    public string TeamsOwner { get; set; } = "";

    /// <summary>True: the workflow's address may lie in a private network.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>What a process took up and did not finish within this many seconds was left behind by its death. Longer than <c>Mail:PatienceSeconds</c>.</summary>
    [Range(5, 3600)]
    public int ClaimSeconds { get; set; } = 180;

    internal TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Monday of the week that is now.</summary>
    public DateOnly WeekOf(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    /// <summary>From Monday's hour on, for two days: a server that was down on Monday still sends, and one that is set up on Friday does not.</summary>
    public bool IsDue(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone).DateTime;
        var due = WeekOf(now).ToDateTime(new TimeOnly(Hour, 0));
        return local >= due && local < due.AddDays(2);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new($"'{TimeZone}' is no time zone; write one like Europe/Lisbon.", [nameof(TimeZone)]);
        }
        for (var n = 0; n < Recipients.Count; n++)
        {
            if (Recipients[n].Problem is { } problem)
            {
                yield return new(problem, [FormattableString.Invariant($"{nameof(Recipients)}:{n}")]);
            }
        }
        if (Recipients.GroupBy(one => one.Address).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            yield return new($"{twice.Key} stands there twice; one digest a week goes to an address.", [nameof(Recipients)]);
        }
        if (Environment.GetEnvironmentVariable(TeamsVariable) is { Length: > 0 } teams && !IsWorkflow(teams))
        {
            yield return new($"the environment's {TeamsVariable} is no https address.", ["Teams"]);
        }
    }

    private static bool IsWorkflow(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri is { Scheme: "http", IsLoopback: true });
}

/// <summary>One reader by mail.</summary>
public sealed class DigestRecipient
{
    public string Mail { get; set; } = "";

    /// <summary>"leader": all accounts. "manager": those of <see cref="Owner"/>.</summary>
    public string Role { get; set; } = "leader";

    /// <summary>A manager's name as the owner column of the accounts has it.</summary>
    public string Owner { get; set; } = "";

    internal string Address => Mail.Trim().ToLowerInvariant();

    internal string? Of => Role == "leader" ? null : Owner;

    internal string? Problem => MailboxAddress.Read(Address) is null ? "write a mail address: a.lind@example.com."
        : Role is not ("leader" or "manager") ? "a role is leader or manager."
        : Role == "manager" && Owner.Length == 0 ? "a manager needs the owner whose accounts they are told of."
        : Role == "leader" && Owner.Length > 0 ? "a leader is told of all accounts; with an owner the role is manager."
        : null;
}
