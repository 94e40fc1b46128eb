namespace InterviewAgent.Web.Channels.Teams.Cards;

/// <summary>
/// What a button is called on the wire, and how it looks. A tap says exactly the words that the turn offered; the verb only finds
/// them, so that a card that was tampered with says nothing that was not offered.
/// </summary>
internal static class CardVerbs
{
    /// <summary>Saves the form of the read-back.</summary>
    public const string Save = "save-choice";

    /// <summary>Sent by a client on its own, to show the card as it stands now.</summary>
    public const string Look = "look";

    private static readonly Dictionary<string, CardVerb> ByWords = new(StringComparer.Ordinal)
    {
        ["Yes, start"] = new("consent", Style: "positive"),
        ["Not now"] = new("not-now"),
        ["No, thanks"] = new("decline"),
        ["Who sees this?"] = new("who-sees-this", Mode: "secondary"),
        ["Skip"] = new("skip"),
        ["Continue later"] = new("later"),
        ["Stop"] = new("stop"),
        ["Delete my answers"] = new("delete", Mode: "secondary"),
        ["Yes, delete everything"] = new("delete-everything", Style: "destructive"),
        ["No, keep my answers"] = new("keep"),
        ["Continue"] = new("continue"),
        ["Nothing to change"] = new("nothing-to-change"),
    };

    public static CardVerb For(string words) => ByWords.TryGetValue(words, out var known) ? known : new(Slug(words));

    /// <summary>The offered words that a verb stands for; null: it was not offered.</summary>
    public static string? Words(string verb, IEnumerable<string> offered) => offered.FirstOrDefault(words => For(words).Verb == verb);

    private static string Slug(string words) => new string([.. words.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
}

/// <param name="Style">"positive" or "destructive"; null: plain.</param>
/// <param name="Mode">"secondary": in the menu behind the dots.</param>
internal sealed record CardVerb(string Verb, string? Style = null, string? Mode = null);
