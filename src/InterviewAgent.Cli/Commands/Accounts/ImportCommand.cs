using System.CommandLine;
using System.Globalization;
using InterviewAgent.Accounts.Import;
using InterviewAgent.Accounts.Import.Crm;
using InterviewAgent.Interviewing.Import;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Accounts;

internal static class ImportCommand
{
    public static Command Create()
    {
        Argument<string> file = new("FILE") { Description = "Journeys as JSON Lines, or a CSV file that its header names (see below)." };
        Option<bool> dryRun = new("--dry-run") { Description = "Check everything and change nothing." };
        Option<string?> dates = new("--dates") { Description = "What comes first in a date such as 03/04/2026 of an export." };
        dates.AcceptOnlyFromAmong(DateOrders.DayFirst, DateOrders.MonthFirst);
        var json = Json.Option();
        Command command = new("import", Help) { file, dryRun, dates, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            var path = parsed.GetRequiredValue(file);
            var report = await scope.ServiceProvider.GetRequiredService<ImportFile>().Run(path, parsed.GetValue(dryRun), DateOrders.Find(parsed.GetValue(dates)), cancellation);
            Tell(report, path, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(json))
            {
                Json.Write(parsed.InvocationConfiguration.Output, report);
            }
            else
            {
                Show(report, parsed.InvocationConfiguration.Output);
            }

            return report.ProblemCount == 0 ? Exit.Ok : Exit.BadInput;
        });
        return command;
    }

    private static void Tell(ImportReport report, string path, TextWriter error)
    {
        if (report.ReadAs is { } readAs)
        {
            error.WriteLine($"{path}: read as {Terminal.Plain(readAs)}");
        }

        foreach (var notice in report.Notices)
        {
            error.WriteLine($"{path}: note: {Terminal.Plain(notice)}");
        }

        foreach (var problem in report.Problems)
        {
            error.WriteLine($"{path}, {Terminal.Plain(problem.ToString())}");
        }

        if (report.ProblemCount > report.Problems.Count)
        {
            error.WriteLine($"{path}: and {report.ProblemCount - report.Problems.Count} more problems.");
        }

        if (report.ProblemCount > 0)
        {
            error.WriteLine("Nothing was changed. Mend the file and import it again.");
        }
    }

    private static void Show(ImportReport report, TextWriter output)
    {
        if (report.ProblemCount > 0)
        {
            return;
        }

        output.WriteLine(report.Written ? $"Imported {report.Rows} {report.Kind}:" : $"Would import {report.Rows} {report.Kind}:");
        foreach (var (name, count) in report.Counts)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-12} {count.Added,8} new {count.Changed,8} changed {count.Unchanged,8} as before"));
        }
    }

    private const string Help =
        """
        Import accounts and what is known of them. All or nothing per file; what a file does not mention stays as it is; the same
        file again changes nothing.

        JSON Lines: one account journey a line, with or without interviews (labels are not read).

        CSV (UTF-8; commas, semicolons or tabs), known by its header; columns in brackets may be left out:
          accounts      id, name, contract_signed_on [industry, seats, renewal_on, owner, segment, product, tenant_id]
          respondents   account, id, role [name, title, email, language, time_zone, aad_object_id]
          promises      account, text [id, kind (outcome or criterion), workflow, on, source]
          usage         account, week [active_users, logins, key_actions]
          health        account, on, status (green, yellow or red)
          check-ins     account, respondent, due [checkpoint, invited, opened, completed, declined, role, name, title]

        Dates are written 2026-03-02. Roles: buyer, sponsor, champion, admin, end-user.

        Exports of a CRM are known by their own column names, without a switch (first line of STDERR: what was read as what):
          Salesforce accounts   Account ID, Account Name, Account Owner, Contract Start Date [Contract End Date, Industry, Segment, Seats]
          Salesforce contacts   Contact ID, Account ID, First Name, Last Name, Email, Title, Role; with the columns above the accounts too
          HubSpot companies     Record ID, Company name, Company owner, Close Date or Contract Start Date [Industry, …]
          HubSpot contacts      Record ID, First Name, Last Name, Email, Job Title, Buying Role, Associated Company IDs
        Roles there: Decision Maker, Economic Buyer, Technical Buyer, Budget Holder are buyers; Executive Sponsor is a sponsor; Business User and
        End User are end users; Champion, Administrator as they say. Somebody with another role, or none, is named and left out.
        Dates such as 11/22/2026 are read; of 03/04/2026 it is asked what comes first: --dates day-first or --dates month-first.
        UTF-8 with or without a byte-order mark, and Excel's UTF-16, with commas, semicolons or tabs.
        """;
}
