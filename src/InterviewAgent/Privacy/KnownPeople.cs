namespace InterviewAgent.Privacy;

/// <summary>Who is known around a text, and which words are none of theirs.</summary>
/// <param name="Names">Full names of people, as the account has them.</param>
/// <param name="Kept">Words of products and companies, which stay.</param>
public sealed record KnownPeople(IReadOnlyList<string> Names, IReadOnlySet<string> Kept)
{
    public static KnownPeople Nobody { get; } = new([], new HashSet<string>());

    /// <summary>The account's respondents; the words of its name, product and promises are kept, and <paramref name="alsoKept"/> (the vendor, tools).</summary>
    public static KnownPeople Of(Accounts.Account account, params IEnumerable<string> alsoKept)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(alsoKept);
        return new([.. account.Respondents.Select(person => person.Name).OfType<string>()],
            KeptWords.Of(account).Concat(alsoKept.SelectMany(words => words.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToHashSet(StringComparer.Ordinal));
    }
}
