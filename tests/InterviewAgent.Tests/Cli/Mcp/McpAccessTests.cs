using InterviewAgent.Cli.Mcp;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Tests.Access;
using Microsoft.EntityFrameworkCore;
using ModelContextProtocol;

namespace InterviewAgent.Tests.Cli.Mcp;

/// <summary>Role by tool, both ways, through the protocol. Another manager's account is in no answer.</summary>
public sealed class McpAccessTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] OfAccounts = ["account_reading", "list_accounts", "list_flags", "list_themes", "search_quotes", "theme"];
    private McpStore store = null!;

    public async Task InitializeAsync() => store = await McpStore.Seeded();

    public static TheoryData<string, string[], bool> Roles() => new()
    {
        { "--as leader", OfAccounts, true }, { $"--as manager --owner {McpStore.Own}", OfAccounts, false }, { "--as researcher", ["search_quotes"], true },
        { "all scopes", OfAccounts, true }, { $"all scopes of {McpStore.Own}", OfAccounts, false }, { "flags:read", ["list_flags"], true }, { "accounts:write", [], true },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Each_role_is_told_of_its_tools_and_can_call_no_other(string who, string[] tools, bool seesOthers)
    {
        await using var client = await Enter(who);
        Assert.Equal(tools, (await client.ListToolsAsync()).Select(tool => tool.Name).Order(StringComparer.Ordinal));
        foreach (var entry in ToolTable.All)
        {
            if (!tools.Contains(entry.Name))
            {
                await Assert.ThrowsAnyAsync<McpException>(() => client.Ask(entry.Name));
                continue;
            }
            var (error, text) = await client.Ask(entry.Name, Arguments(entry.Name, McpStore.Mine));
            Assert.False(error, $"{who}, {entry.Name}: {text}");
            Assert.DoesNotContain("Zebrafinch", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Quillfeather", text, StringComparison.Ordinal);
            if (!seesOthers)
            {
                Assert.DoesNotContain("Norrsken", text, StringComparison.Ordinal);
            }
            var (refused, _) = await client.Ask(entry.Name, Arguments(entry.Name, McpStore.Others));
            Assert.Equal(!seesOthers && entry.Name == "account_reading", refused);
        }
    }

    /// <summary>Every cell of src/ACCESS.md's table of tools.</summary>
    [Fact]
    public void The_table_of_tools_is_the_products()
    {
        var table = AccessTable.Of("MCP");
        Assert.Equal(ToolTable.All.Select(entry => entry.Name).Order(StringComparer.Ordinal), table.Select(row => row.What));
        foreach (var (what, cells) in table)
        {
            var entry = ToolTable.All.Single(one => one.Name == what);
            string Word(bool yes) => yes ? "yes" : "no";
            Assert.Equal(
                (entry.Scope, Word(entry.Roles.Contains(ViewerRole.Leader)), Word(entry.Roles.Contains(ViewerRole.Manager)), "no", Word(entry.Roles.Contains(ViewerRole.Researcher))),
                (cells["scope"], cells["leader"], cells["manager, own"], cells["manager, other"], cells["researcher"]));
        }
    }

    [Fact]
    public async Task A_researcher_learns_of_no_name()
    {
        await using var client = await Enter("--as researcher");
        var (_, text) = await client.Ask("search_quotes", ("words", "sheet"));
        Assert.Contains("own sheet", text, StringComparison.Ordinal);
        Assert.DoesNotContain(McpStore.Mine, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Okonkwo", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_session_is_audited_and_a_revoked_key_ends_with_the_next_call()
    {
        var key = await store.Key(null, ApiScopes.FlagsRead);
        await using var client = await McpSession.Open(store, key);
        Assert.False((await client.Ask("list_flags")).Error);
        using var db = store.Database.Open();
        Assert.Equal("opened an MCP session as leader", (await db.Audit.SingleAsync(entry => entry.Who == "mcp: mcp")).Did);
        await new ApiKeyDoor(db, TimeProvider.System).Revoke((await db.ApiKeys.SingleAsync()).Id, "test");
        var (error, text) = await client.Ask("list_flags");
        Assert.True(error);
        Assert.Contains("revoked", text, StringComparison.Ordinal);
    }

    private async Task<ModelContextProtocol.Client.McpClient> Enter(string who) => who switch
    {
        ['-', ..] => await McpSession.Open(store, null, [.. who.Split(" --").Select((part, at) => at == 0 ? part : "--" + part).SelectMany(part => part.Split(' ', 2))]),
        "all scopes" => await McpSession.Open(store, await store.Key(null, [.. ApiScopes.All])),
        ['a', 'l', 'l', ..] => await McpSession.Open(store, await store.Key(McpStore.Own, [.. ApiScopes.All])),
        _ => await McpSession.Open(store, await store.Key(null, who)),
    };

    private static (string, object?)[] Arguments(string tool, string account) => tool switch
    {
        "account_reading" => [("account", account)],
        "theme" => [("code", "operational.old-workflow")],
        "search_quotes" => [("words", "sheet")],
        _ => [],
    };

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => store.Dispose();
}
