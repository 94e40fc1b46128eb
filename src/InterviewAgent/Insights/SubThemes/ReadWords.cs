using InterviewAgent.Privacy;
using InterviewAgent.Storage;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>What the grouping of quotes needs beside a store: the fixed lists, loaded once.</summary>
public sealed class ReadWords
{
    private readonly NameOverlay overlay;

    private ReadWords(NameOverlay overlay, ThemeLexicon lexicon) => (this.overlay, Terms) = (overlay, new FindTerms(lexicon));

    internal FindTerms Terms { get; }

    /// <summary>Reads lexicons/en/names.yaml, lexicons/en/themes.yaml and the words of models/coder/vectors.bin.</summary>
    public static ReadWords Load(string promptsFolder) => new(NameOverlay.Load(promptsFolder), ThemeLexicon.Load(promptsFolder));

    /// <summary>The terms under which these words would be counted, in order of weight.</summary>
    public IReadOnlyList<string> TermsOf(string words) => Terms.Of(words).Counted;

    internal GroupQuotes On(InterviewAgentDb db) => new(db, new ReadQuotes(db, overlay), Terms);
}
