namespace InterviewAgent.Accounts.Import;

/// <summary>The account of a journey: its part of codebook.md's record, the optional fields included.</summary>
internal sealed record AccountRecord(
    AccountRow Account, IReadOnlyList<PromiseRow> Promises, IReadOnlyList<HealthRow> Health, IReadOnlyList<UsageRow> Usage,
    IReadOnlyList<CheckInRow> CheckIns)
{
    public static AccountRecord Read(JsonField record)
    {
        var id = record["id"].Scalar().Required();
        var account = record["account"];
        if (!account.IsThere)
        {
            record.Problems.Add(record.Line, "account", "it is missing", "Give the record an account with name and contractSignedOn.");
        }
        else
        {
            account.IsObject();
        }

        var signed = account["contractSignedOn"].Scalar();
        AccountRow row = new(
            id, account["name"].Scalar().Required(), account["industry"].Scalar().Text(), account["seats"].Scalar().Number(0),
            signed.Needed(signed.Date()), account["renewalOn"].Scalar().Date(), account["owner"].Scalar().Text(),
            account["segment"].Scalar().Text(), account["product"].Scalar().Text(), account["tenantId"].Scalar().DirectoryId());
        return new AccountRecord(
            row, [.. Promised(account)], [.. account["health"].Items().Where(item => item.IsObject()).Select(HealthOf)],
            [.. account["usage"].Items().Where(item => item.IsObject()).Select(UsageOf)],
            [.. record["checkIns"].Items().Where(item => item.IsObject()).Select(CheckInOf)]);
    }

    public void Onto(Account account)
    {
        Account.Onto(account);
        foreach (var promise in Promises)
        {
            promise.Onto(account);
        }

        foreach (var reading in Health)
        {
            reading.Onto(account);
        }

        foreach (var week in Usage)
        {
            week.Onto(account);
        }
    }

    private static IEnumerable<PromiseRow> Promised(JsonField account) => account["promises"].IsThere
        ? account["promises"].Items().Where(item => item.IsObject()).Select(PromiseOf)
        : account["promisedOutcomes"].Items().Select(item => new PromiseRow(null, item.Scalar().Required(), PromiseKind.Outcome))
            .Concat(account["successCriteria"].Items().Select(
                item => new PromiseRow(null, item.Scalar().Required(), PromiseKind.Criterion)));

    private static PromiseRow PromiseOf(JsonField promise) => new(
        promise["id"].Scalar().Text(), promise["text"].Scalar().Required(),
        promise["kind"].Scalar().Kind().GetValueOrDefault(PromiseKind.Outcome), promise["workflow"].Scalar().Text(),
        promise["on"].Scalar().Date(), promise["source"].Scalar().Text());

    private static HealthRow HealthOf(JsonField health)
    {
        var (on, status) = (health["on"].Scalar(), health["status"].Scalar());
        return new HealthRow(on.Needed(on.Date()), status.Needed(status.Status()));
    }

    private static UsageRow UsageOf(JsonField usage)
    {
        var week = usage["week"].Scalar();
        return new UsageRow(week.Needed(week.Number(1, UsageRow.LastWeek)), usage["activeUsers"].Scalar().Number(0),
            usage["logins"].Scalar().Number(0), usage["keyActions"].Scalar().Number(0));
    }

    private static CheckInRow CheckInOf(JsonField checkIn)
    {
        var due = checkIn["due"].Scalar();
        var day = due.Needed(due.Date());
        return new CheckInRow(
            new RespondentRow(checkIn["participant"].Scalar().Required(), checkIn["role"].Scalar().Role(), checkIn["name"].Scalar().Text(),
                checkIn["title"].Scalar().Text()),
            day, checkIn["checkpoint"].Scalar().Checkpoint(), At("invited"), At("opened"),
            At("completed"), At("declined"));

        // A funnel that only knows that a stage was reached gets the day the check-in was due.
        DateTimeOffset? At(string stage) => checkIn[stage].Element?.ValueKind switch
        {
            System.Text.Json.JsonValueKind.True => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero),
            System.Text.Json.JsonValueKind.False => null,
            _ => checkIn[stage].Scalar().Time(),
        };
    }
}
