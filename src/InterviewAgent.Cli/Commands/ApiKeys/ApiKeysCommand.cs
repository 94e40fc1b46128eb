using System.CommandLine;
using InterviewAgent.Privacy.Staff.ApiKeys;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.ApiKeys;

/// <summary><c>interview-agent api-keys create | list | revoke</c>.</summary>
internal static class ApiKeysCommand
{
    public static Command Create() => new("api-keys", "What lets programs in at /api.") { CreateOne(), List(), Revoke() };

    private static Command CreateOne()
    {
        var name = new Option<string>("--name") { Description = "What the key is for.", Required = true };
        var scopes = new Option<string[]>("--scope") { Description = $"Once or more: {string.Join(", ", ApiScopes.All)}.", Required = true, AllowMultipleArgumentsPerToken = true };
        scopes.AcceptOnlyFromAmong([.. ApiScopes.All]);
        var owner = new Option<string?>("--owner") { Description = "Accounts of this owner only." };
        Command command = new("create", "Make a key. It is printed once and kept nowhere.") { name, scopes, owner };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            try
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(await scope.ServiceProvider.GetRequiredService<ApiKeyDoor>()
                    .Create(parsed.GetValue(name)!, parsed.GetValue(scopes)!, parsed.GetValue(owner), Environment.UserName, cancellation));
            }
            catch (ArgumentException bad)
            {
                throw new BadInputException("--name", bad.Message, "Try: interview-agent api-keys create --name CRM --scope accounts:write");
            }

            return Exit.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var json = Json.Option();
        Command command = new("list", "Keys, revoked ones too; never their secrets.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            foreach (var key in await scope.ServiceProvider.GetRequiredService<ApiKeyDoor>().List(cancellation))
            {
                if (parsed.GetValue(json))
                {
                    Json.Write(parsed.InvocationConfiguration.Output, new { key.Id, key.Name, scopes = key.Scopes.Split(' '), key.Owner, key.CreatedAt, key.RevokedAt });
                }
                else
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync($"{key.Id}  {key.CreatedAt:yyyy-MM-dd}  {(key.RevokedAt is null ? "" : "revoked  ")}{Terminal.Plain(key.Name)}: {key.Scopes}{(key.Owner is null ? "" : ", accounts of " + Terminal.Plain(key.Owner))}");
                }
            }

            return Exit.Ok;
        });
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<Guid>("ID") { Description = "As `api-keys list` says it." };
        Command command = new("revoke", "End a key at once.") { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var product = await Product.Open(cancellation);
            await using var scope = product.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ApiKeyDoor>().Revoke(parsed.GetValue(id), Environment.UserName, cancellation)
                ? Exit.Ok
                : throw new BadInputException("ID", "there is no such key, or it was revoked before", "List them with: interview-agent api-keys list");
        });
        return command;
    }
}
