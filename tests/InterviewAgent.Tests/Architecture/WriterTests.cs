using System.Reflection;
using System.Reflection.Emit;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Architecture;

/// <summary>Who writes what a reading rests on has to mark the account: nobody does so without standing in this list.</summary>
public sealed class WriterTests
{
    /// <summary>Each is driven in Insights/MarkTests (the model's coding in Analysis/ModelCoding/CodeWithModelTests), which looks for the mark.</summary>
    public static readonly string[] Writers =
    [
        "AddInterviews", "AnalyseInterviews", "ChangeAnswer", "CheckInPlan", "CodeAgain", "CodeWithModel", "EndAbandoned", "EraseInterview", "EraseSentences",
        "FindingRows", "InviteInTeams", "IssueLink", "LoadedAccount", "NoteDelivered", "NoteInvitation", "OpenInterview", "OpenLink", "OwnChoices",
        "PlanCheckIns", "PurgeOld", "RecordChoice", "RecordProgress", "RecoverInvitations", "ReplayErasures", "Upsert",
    ];

    private static readonly Type[] Watched =
    [
        typeof(CheckIn), typeof(Interview), typeof(VisibilityChoice), typeof(Finding), typeof(Quote), typeof(Reading), typeof(TurnSentiment),
        typeof(HealthReading), typeof(UsageWeek),
    ];

    // Of an interview and a check-in only these are part of the voice.
    private static readonly string[] Parts =
    [
        "set_Status", "set_Visibility", "set_Value", "set_Due", "set_InvitedAt", "set_OpenedAt", "set_CompletedAt", "set_DeclinedAt",
        "set_BrokeOffAt", "set_FirstAnswerAt", "set_ConsentedAt", "set_SetAside", "set_ActiveUsers", "set_Logins", "set_KeyActions",
    ];

    [Fact]
    public void Who_writes_what_a_reading_rests_on_is_listed()
    {
        var writers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in typeof(Account).Assembly.GetTypes().Where(type => !Watched.Contains(type)))
        {
            const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            if (type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).Any(Writes))
            {
                writers.Add(Outer(type).Name);
            }
        }
        Assert.Equal(Writers.Order(StringComparer.Ordinal), writers);
    }

    [Fact]
    public void The_server_and_the_command_line_write_none_of_it_themselves()
    {
        var writes = new System.Text.RegularExpressions.Regex(
            @"db\.(CheckIns|Interviews|VisibilityChoices|Findings|Readings|TurnSentiments|Health|Usage)\b[^;]*\.(ExecuteUpdate|ExecuteDelete|Add|AddRange|Remove)\w*\(",
            System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(Source.Files("src/InterviewAgent.Web").Concat(Source.Files("src/InterviewAgent.Cli")), path => writes.IsMatch(File.ReadAllText(path)));
    }

    private static bool Writes(MethodBase method) => Called(method).Any(called =>
        called is { IsGenericMethod: true, Name: "ExecuteUpdateAsync" or "ExecuteDeleteAsync" } && Watched.Contains(called.GetGenericArguments()[0])
        || called.DeclaringType is { IsGenericType: true } set && set.GetGenericTypeDefinition() == typeof(DbSet<>) && Watched.Contains(set.GetGenericArguments()[0])
            && called.Name is ("Add" or "AddRange" or "Remove" or "RemoveRange")
        || Watched.Contains(called.DeclaringType) && Parts.Contains(called.Name));

    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
        {
            yield break;
        }
        var inType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var inMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Instructions.Tokens(il, OperandType.InlineMethod))
        {
            yield return method.Module.ResolveMethod(token, inType, inMethod)!;
        }
    }

    private static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;
}
