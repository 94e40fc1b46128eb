using InterviewAgent.Web.SignIn;

namespace InterviewAgent.Web.Dashboard.Exports;

internal static class ExportsSetup
{
    /// <summary>The tables behind the lists' download links, for whoever may enter the room of the accounts.</summary>
    public static void MapExports(this WebApplication app)
    {
        app.MapGet("/accounts.csv", (ExportLists lists, CancellationToken cancellation) => lists.Accounts(cancellation)).RequireAuthorization(Rooms.Accounts);
        app.MapGet("/flags.csv", (ExportLists lists, CancellationToken cancellation) => lists.Flags(open: false, cancellation)).RequireAuthorization(Rooms.Accounts);
    }
}
