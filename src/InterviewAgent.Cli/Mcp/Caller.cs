using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Mcp;

/// <summary>Where the tools find who asks; set before the first message is read.</summary>
internal sealed class Seat
{
    public Caller Caller { get; set; } = null!;
    public Viewer Viewer => Caller.Viewer;
}

/// <summary>Who asks over MCP: an API key with its scopes and owner, or somebody at the machine in a role that they name.</summary>
/// <param name="Scopes">Null: no key, the role alone decides.</param>
internal sealed record Caller(Viewer Viewer, IReadOnlyList<string>? Scopes)
{
    public const string KeyVariable = "INTERVIEW_AGENT_API_KEY";

    private string? Key { get; init; }

    /// <exception cref="BadInputException">Nobody, two at once, a key that is not known, or a manager without accounts.</exception>
    public static async Task<Caller> Find(ServiceProvider product, string? role, string? owner, string? key, TimeProvider clock, CancellationToken cancellation)
    {
        await using var scope = product.CreateAsyncScope();
        var caller = string.IsNullOrEmpty(key) ? AtTheMachine(role, owner)
            : role is not null || owner is not null ? throw new BadInputException("mcp", $"{KeyVariable} is set, and --as or --owner too", "A key has its own role and owner: leave one of them out.")
            : await ByKey(scope.ServiceProvider.GetRequiredService<ApiKeyDoor>(), key, cancellation)
                ?? throw new BadInputException(KeyVariable, "there is no such key, or it was revoked", "Make one with: interview-agent api-keys create --name MCP --scope flags:read accounts:read findings:read");
        var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
        db.Audit.Add(new AuditEntry
        {
            At = clock.GetUtcNow(), Who = caller.Viewer.Who,
            Did = $"opened an MCP session as {caller.Viewer.Role.ToString().ToLowerInvariant()}{(caller.Viewer.Owner is { } own ? $" of {own}" : "")}",
        });
        await db.SaveChangesAsync(cancellation);
        return caller;
    }

    /// <summary>A key that was revoked since ends with the next call.</summary>
    public async Task<bool> IsStillWelcome(IServiceProvider services, CancellationToken cancellation) =>
        Key is null || await ByKey(services.GetRequiredService<ApiKeyDoor>(), Key, cancellation) is not null;

    private static async Task<Caller?> ByKey(ApiKeyDoor door, string key, CancellationToken cancellation) => await door.Find(key, cancellation) is not { } found ? null
        : new Caller(new StaffMember("mcp: " + found.Name, found.Owner is null ? ViewerRole.Leader : ViewerRole.Manager, found.Owner).Viewer, found.Scopes.Split(' ')) { Key = key };

    private static Caller AtTheMachine(string? role, string? owner) => (role, owner) switch
    {
        (null, _) => throw new BadInputException("mcp", "nobody is named", $"Set {KeyVariable}, or say --as leader, --as manager --owner NAME, or --as researcher."),
        ("manager", null or "") => throw new BadInputException("mcp --as manager", "it is not said whose accounts", "Add --owner NAME, as the owner column of the accounts has it."),
        ("manager", _) => new(Named(ViewerRole.Manager, owner), null),
        (_, not null) => throw new BadInputException("mcp --owner", $"a {role} has no own accounts", "Leave --owner out, or say --as manager."),
        ("leader", _) => new(Named(ViewerRole.Leader, null), null),
        _ => new(Named(ViewerRole.Researcher, null), null),
    };

    private static Viewer Named(ViewerRole role, string? owner) => new StaffMember($"mcp: {Environment.UserName}", role, owner).Viewer;
}
