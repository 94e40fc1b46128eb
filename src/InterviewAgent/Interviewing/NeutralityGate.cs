using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Interviewing.Rules;
using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing;

/// <summary>
/// Stands between a draft and the screen: says which rules of the interviewer policy the draft breaks. Pure,
/// thread-safe, linear in the length of its input, and never throws on a text.
/// </summary>
public sealed class NeutralityGate
{
    private static readonly IReadOnlyList<IRule> Rules = AllRules.InOrder;
    private readonly NeutralityLexicon lexicon;

    public NeutralityGate(NeutralityLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        this.lexicon = lexicon;
        var ids = string.Join(',', Rules.Select(rule => rule.Id));
        RulesVersion = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ids + "\n" + lexicon.Hash)))[..16];
    }

    /// <summary>Changes with every change of a word list or of the set of rules; stored with each interview.</summary>
    public string RulesVersion { get; }
    internal NeutralityLexicon Lexicon => lexicon;

    /// <param name="promptsFolder">The prompts folder; the word lists are in lexicons/en/neutrality.</param>
    public static NeutralityGate Load(string promptsFolder)
    {
        ArgumentNullException.ThrowIfNull(promptsFolder);
        return new NeutralityGate(NeutralityLexicon.Load(Path.Combine(promptsFolder, "lexicons", "en", "neutrality")));
    }

    /// <summary>All breaches in the order of the rules; empty for a clean draft.</summary>
    public Verdict Check(string draft, DraftContext context)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(context);
        var reading = new DraftReading(draft, context, lexicon);
        var found = Rules.Where(rule => RuleScope.Covers(rule.Id, reading)).SelectMany(rule => rule.Check(reading));
        List<Breach> breaches = [.. context.ByModel ? found.Select(ModelDraft.Strictly).Concat(ModelDraft.Check(reading)) : found];
        return breaches.Count == 0 ? Verdict.Clean : new Verdict(breaches);
    }
}
