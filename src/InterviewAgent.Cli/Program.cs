using System.CommandLine;
using InterviewAgent.Cli;
using InterviewAgent.Cli.Commands.Accounts;
using InterviewAgent.Cli.Commands.ApiKeys;
using InterviewAgent.Cli.Commands.CheckIns;
using InterviewAgent.Cli.Commands.Coder;
using InterviewAgent.Cli.Commands.Consents;
using InterviewAgent.Cli.Commands.Db;
using InterviewAgent.Cli.Commands.Demo;
using InterviewAgent.Cli.Commands.Digests;
using InterviewAgent.Cli.Commands.Evals;
using InterviewAgent.Cli.Commands.Flags;
using InterviewAgent.Cli.Commands.Insights;
using InterviewAgent.Cli.Commands.Interviews;
using InterviewAgent.Cli.Commands.Invitations;
using InterviewAgent.Cli.Commands.Jobs;
using InterviewAgent.Cli.Commands.Journeys;
using InterviewAgent.Cli.Commands.Link;
using InterviewAgent.Cli.Commands.Mcp;
using InterviewAgent.Cli.Commands.Prompts;
using InterviewAgent.Cli.Commands.Models;
using InterviewAgent.Cli.Commands.Respondents;
using InterviewAgent.Cli.Commands.SignIn;
using InterviewAgent.Cli.Commands.Teams;
using InterviewAgent.Cli.Commands.Transcripts;
using InterviewAgent.Cli.Commands.Webhooks;

// A command is Commands/<Noun>/<Verb>Command. Data goes to STDOUT, talk to STDERR, and the exit code is the contract (see Exit).
var root = new RootCommand("Neutral check-in interviews of a software vendor's customers, and which account suffers in silence.")
{
    AnalyzeCommand.Create(),
    InterviewAgent.Cli.Commands.Transcripts.CheckCommand.Create(),
    InterviewCommand.Create(),
    SimulateCommand.Create(),
    IssueCommand.Create(),
    ImportCommand.Create(),
    new Command("check-ins", "Who is asked when.") { DueCommand.Create(), InterviewAgent.Cli.Commands.CheckIns.SendCommand.Create() },
    new Command("invitations", "Who is written to, and when.") { InterviewAgent.Cli.Commands.Invitations.PreviewCommand.Create(), InviteCommand.Create() },
    new Command("digest", "What leaders and managers are told each Monday.") { InterviewAgent.Cli.Commands.Digests.PreviewCommand.Create(), InterviewAgent.Cli.Commands.Digests.SendCommand.Create() },
    EraseCommand.Create(), ExportCommand.Create(), RetentionCommand.Create(), new Command("consent", "What respondents agree to.") { ListCommand.Create() },
    new Command("insights", "What is read of the accounts.") { RebuildCommand.Create(), InterviewAgent.Cli.Commands.Insights.CalibrateCommand.Create(), MeasureCommand.Create() },
    new Command("flags", "Calls to look at an account.") { NoteCommand.Create(), RegressionsCommand.Create() },
    new Command("totals", "Counts that hold voices kept to totals.") { InterviewAgent.Cli.Commands.Totals.MeasureCommand.Create() },
    new Command("jobs", "Work in the background.") { DrainCommand.Create() },
    new Command("evals", "Measure the engine, and say which changes are real.")
    {
        InterviewAgent.Cli.Commands.Evals.LintCommand.Create(), RunCommand.Create(), InterviewAgent.Cli.Commands.Evals.CompareCommand.Create(), GateCommand.Create(), ReportCommand.Create(), ScoreCommand.Create(),
        DisagreementsCommand.Create(), SheetCommand.Create(), AgreeCommand.Create(), AdoptCommand.Create(), ReplayCommand.Create(),
        RedactorCommand.Create(), SentimentCommand.Create(), ThemesCommand.Create(), InjectionsCommand.Create(), InterviewAgent.Cli.Commands.Evals.CalibrateCommand.Create(), CalibrateStatisticsCommand.Create(),
    },
    new Command("models", "The language models, where there are any.")
    {
        InterviewAgent.Cli.Commands.Models.CheckCommand.Create(), UsageCommand.Create(),
    },
    McpCommand.Create(), ApiKeysCommand.Create(), WebhooksCommand.Create(), SignInLinkCommand.Create(), SessionsCommand.Create(),
    new Command("coder", "The learned part of the built-in coder.") { TrainCommand.Create(), VectorsCommand.Create(), InterviewAgent.Cli.Commands.Coder.CompareCommand.Create() },
    new Command("prompts", "What language models are told.") { InterviewAgent.Cli.Commands.Prompts.LintCommand.Create(), ShowCommand.Create() },
    new Command("teams", "The app in Microsoft Teams.") { PackageCommand.Create() },
    new Command("db", "The database.") { MigrateCommand.Create(), CopyCommand.Create(), BackupCommand.Create(), RestoreCommand.Create(), VerifyCommand.Create() },
    new Command("demo", "A portfolio to try the product with.") { LoadCommand.Create() },
};
return await CommandLine.Run(root, args, Console.Out, Console.Error);
