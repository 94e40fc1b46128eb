using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>A guide invites the favourable and the unfavourable equally often, and names no topic as a problem.</summary>
internal static class R18BalancedGuide
{
    private const string Id = "R18";

    public static IReadOnlyList<Breach> Check(IReadOnlyList<string> topics, IReadOnlyList<string> questions, NeutralityLexicon lexicon)
    {
        var breaches = new List<Breach>();
        var favourable = questions.Count(question => Says(question, "invitations.favourable", lexicon));
        var unfavourable = questions.Count(question => Says(question, "invitations.unfavourable", lexicon));
        if (favourable != unfavourable)
        {
            breaches.Add(new Breach(Id, RuleSeverity.Blocks, $"{favourable} favourable and {unfavourable} unfavourable invitations", 0, 0));
        }

        breaches.AddRange(topics.Where(topic => Says(topic, "valence", lexicon))
            .Select(topic => new Breach(Id, RuleSeverity.Blocks, $"the topic \"{topic}\" is named by its valence", 0, topic.Length)));
        return breaches;
    }

    private static bool Says(string text, string concern, NeutralityLexicon lexicon) =>
        new DraftReading(text.Replace('-', ' ').Replace('_', ' '), DraftContext.ForTranscript([], []), lexicon).Matches(concern).Count > 0;
}
