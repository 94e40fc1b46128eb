namespace InterviewAgent.Accounts.Import.Csv;

/// <summary>The CSV files that can be imported, and how a row of each is read.</summary>
internal static class CsvKinds
{
    public static IReadOnlyList<CsvKind> All { get; } =
    [
        new("usage", "usage", ["account", "week"], ["active_users", "logins", "key_actions"], Usage),
        new("health", "health", ["account", "on", "status"], [], Health),
        new("check-ins", "checkIns", ["account", "respondent", "due"],
            ["checkpoint", "invited", "opened", "completed", "declined", "role", "title", "name"], CheckIns),
        new("promises", "promises", ["account", "text"], ["id", "kind", "workflow", "on", "source"], Promises),
        new("respondents", "respondents", ["account", "id", "role"], ["name", "title", "email", "language", "time_zone", "aad_object_id"], Respondents),
        new("accounts", "accounts", ["id"],
            ["name", "industry", "seats", "contract_signed_on", "renewal_on", "owner", "segment", "product", "tenant_id"], Accounts, MakesAccounts: true),
    ];

    private static CsvChange Accounts(CsvRow row)
    {
        AccountRow account = new(
            row["id"].Required(), row["name"].Text(), row["industry"].Text(), row["seats"].Number(0), row["contract_signed_on"].Date(),
            row["renewal_on"].Date(), row["owner"].Text(), row["segment"].Text(), row["product"].Text(), row["tenant_id"].DirectoryId());
        return new CsvChange(account.Id, "", (_, loaded) =>
        {
            if (loaded.IsNew)
            {
                row["name"].Required();
                row["contract_signed_on"].Required();
            }

            account.Onto(loaded.Account);
        });
    }

    private static CsvChange Respondents(CsvRow row)
    {
        var role = row["role"];
        RespondentRow person = new(
            row["id"].Required(), role.Needed(role.Role()), row["name"].Text(), row["title"].Text(), row["email"].Text(),
            row["language"].Text(), row["time_zone"].TimeZone(), row["aad_object_id"].DirectoryId());
        return new CsvChange(row["account"].Required(), person.Id, (_, loaded) => person.Onto(loaded.Account, []), person.Id);
    }

    private static CsvChange Promises(CsvRow row)
    {
        PromiseRow promise = new(
            row["id"].Text(), row["text"].Required(), row["kind"].Kind().GetValueOrDefault(PromiseKind.Outcome), row["workflow"].Text(),
            row["on"].Date(), row["source"].Text());
        return new CsvChange(row["account"].Required(), promise.Id ?? promise.Text, (_, loaded) => promise.Onto(loaded.Account));
    }

    private static CsvChange Usage(CsvRow row)
    {
        var week = row["week"];
        UsageRow usage = new(
            week.Needed(week.Number(1, UsageRow.LastWeek)), row["active_users"].Number(0), row["logins"].Number(0),
            row["key_actions"].Number(0));
        return new CsvChange(row["account"].Required(), week.Value ?? "", (_, loaded) => usage.Onto(loaded.Account));
    }

    private static CsvChange Health(CsvRow row)
    {
        var (on, status) = (row["on"], row["status"]);
        HealthRow health = new(on.Needed(on.Date()), status.Needed(status.Status()));
        return new CsvChange(row["account"].Required(), on.Value ?? "", (_, loaded) => health.Onto(loaded.Account));
    }

    private static CsvChange CheckIns(CsvRow row)
    {
        var due = row["due"];
        RespondentRow person = new(row["respondent"].Required(), row["role"].Role(), row["name"].Text(), row["title"].Text());
        CheckInRow checkIn = new(
            person, due.Needed(due.Date()), row["checkpoint"].Checkpoint(), row["invited"].Time(), row["opened"].Time(),
            row["completed"].Time(), row["declined"].Time());
        return new CsvChange(row["account"].Required(), $"{person.Id} {due.Value}", (db, loaded) =>
        {
            if (person.Role is null && loaded.Account.Person(person.Id) is null)
            {
                row.Problems.Add(row.Line, "column respondent", $"{ImportProblems.Show(person.Id)} is not known",
                    "Import the respondents of this account first, or add a column role.");
                return;
            }

            var checkpoint = checkIn.Checkpoint ?? loaded.CheckpointOf(checkIn.Due);
            loaded.CheckIn(db, person.Onto(loaded.Account, [checkpoint]), checkpoint, checkIn.Due).Take(checkIn);
        }, person.Id);
    }
}
