using InterviewAgent.Accounts;

namespace InterviewAgent.Privacy;

/// <summary>Capitalised words of an account's own record: its name, the product, its promises. They name no person.</summary>
internal static class KeptWords
{
    private static readonly char[] Separators = [' ', ',', '.', ';', ':', '(', ')', '/', '"', '\u00a0'];

    public static IReadOnlySet<string> Of(Account account) =>
        account.Promises.Select(promise => $"{promise.Text} {promise.Workflow}")
            .Append(account.Name).Append(account.Product ?? "").Append(account.Industry ?? "")
            .SelectMany(text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .Where(word => char.IsUpper(word[0])).ToHashSet(StringComparer.Ordinal);
}
