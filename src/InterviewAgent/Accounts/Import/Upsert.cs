namespace InterviewAgent.Accounts.Import;

/// <summary>
/// Lays what a file says onto an account: adds what is new, changes what is different, deletes nothing, and leaves what the
/// file does not mention as it is.
/// </summary>
internal static class Upsert
{
    public static void Onto(this AccountRow row, Account account)
    {
        account.Name = row.Name ?? account.Name;
        account.Industry = row.Industry ?? account.Industry;
        account.Seats = row.Seats ?? account.Seats;
        account.ContractSignedOn = row.ContractSignedOn ?? account.ContractSignedOn;
        account.RenewalOn = row.RenewalOn ?? account.RenewalOn;
        account.Owner = row.Owner ?? account.Owner;
        account.Segment = row.Segment ?? account.Segment;
        account.Product = row.Product ?? account.Product;
        account.TenantId = row.TenantId ?? account.TenantId;
    }

    /// <param name="heard">Checkpoints of this person, which decide the panel of someone new.</param>
    public static Respondent Onto(this RespondentRow row, Account account, IEnumerable<Checkpoint> heard)
    {
        var person = account.Person(row.Id);
        if (person is null)
        {
            var role = row.Role.GetValueOrDefault(Role.EndUser);
            person = new Respondent
            {
                Id = ImportedId.Of("respondent", account.ExternalId, row.Id),
                AccountId = account.Id, ExternalId = row.Id, Role = role, Panel = Panels.For(role, account.Respondents, heard),
            };
            account.Respondents.Add(person);
        }

        person.Role = row.Role ?? person.Role;
        person.Name = row.Name ?? person.Name;
        person.Title = row.Title ?? person.Title;
        person.Email = row.Email ?? person.Email;
        person.Language = row.Language ?? person.Language;
        person.TimeZone = row.TimeZone ?? person.TimeZone;
        person.AadObjectId = row.AadObjectId ?? person.AadObjectId;
        return person;
    }

    /// <summary>Null: nobody of the account has this external id, in either form of a Salesforce id.</summary>
    public static Respondent? Person(this Account account, string id) =>
        account.Respondents.Find(other => other.ExternalId == id) ?? account.Respondents.Find(other => Crm.SalesforceId.Same(other.ExternalId, id));

    public static void Onto(this PromiseRow row, Account account)
    {
        // The undated list of a record and its dated form say the same promise: the text tells.
        var promise = account.Promises.Find(other => row.Id is not null && other.ExternalId == row.Id)
            ?? account.Promises.Find(other => other.Kind == row.Kind && other.Text == row.Text);
        if (promise is null)
        {
            account.Promises.Add(promise = new Promise
            {
                AccountId = account.Id, ExternalId = row.Id ?? $"{Unnamed}{ImportedId.Of(row.Kind.ToString(), row.Text):N}", Text = row.Text,
            });
        }
        else if (row.Id is not null && promise.ExternalId.StartsWith(Unnamed, StringComparison.Ordinal))
        {
            promise.ExternalId = row.Id;
        }

        promise.Text = row.Text;
        promise.Kind = row.Kind;
        promise.Workflow = row.Workflow ?? promise.Workflow;
        promise.On = row.On ?? promise.On;
        promise.Source = row.Source ?? promise.Source;
    }

    public static void Onto(this HealthRow row, Account account)
    {
        if (account.Health.Find(other => other.On == row.On) is { } known)
        {
            known.Status = row.Status;
        }
        else
        {
            account.Health.Add(new HealthReading { AccountId = account.Id, On = row.On, Status = row.Status });
        }
    }

    public static void Onto(this UsageRow row, Account account)
    {
        var week = account.Usage.Find(other => other.Week == row.Week);
        if (week is null)
        {
            account.Usage.Add(week = new UsageWeek { AccountId = account.Id, Week = row.Week });
        }

        week.ActiveUsers = row.ActiveUsers ?? week.ActiveUsers;
        week.Logins = row.Logins ?? week.Logins;
        week.KeyActions = row.KeyActions ?? week.KeyActions;
    }

    /// <summary>Later stages imply nothing about earlier ones: what a file does not say stays unknown.</summary>
    public static void Take(this CheckIn checkIn, CheckInRow row)
    {
        // Moved, it is considered anew; unchanged rows of a daily import cost nothing.
        checkIn.AskAt = checkIn.Due == row.Due ? checkIn.AskAt : DateTimeOffset.MinValue;
        checkIn.Due = row.Due;
        checkIn.InvitedAt = row.Invited ?? checkIn.InvitedAt;
        checkIn.OpenedAt = row.Opened ?? checkIn.OpenedAt;
        checkIn.CompletedAt = row.Completed ?? checkIn.CompletedAt;
        checkIn.DeclinedAt = row.Declined ?? checkIn.DeclinedAt;
    }

    private const string Unnamed = "text-";
}
