using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Sentiment;

/// <summary>
/// Reads opinions clause by clause: what others say gives way to what the speaker says, what was once thought or expected to what
/// is so now, "I thought it would be great, but it wasn't" turns round, a question answered "no" is denied, a wish for something
/// good is a lack of it, and what another tool did does not count.
/// </summary>
internal sealed class HearOpinions(SentimentLexicon lexicon)
{
    private const double Denied = -0.8;        // "not good" is bad, a little less than "bad"
    private const double DeniedBad = -0.1;     // "not bad" is hardly good
    private const double OthersAlone = 0.5;
    private const double FormerAlone = 0.3;
    private const double BeforeBut = 0.6;
    private const double AfterBut = 1.3;
    private const double Condition = 0.5;
    private const double AfterBare = 0.6;

    public Opinion Of(IReadOnlyList<Sentence> sentences)
    {
        double positive = 0, negative = 0, value = 0, last = 0;
        for (var at = 0; at < sentences.Count; at++)
        {
            var clauses = ReadClauses.Of(sentences[at], lexicon);
            var answer = AnswerTo(sentences, at);
            var own = clauses.Exists(clause => clause.IsOwn && clause.Value != 0);
            var but = clauses.FindLastIndex(clause => clause.AfterBut);
            var expected = 0.0;
            for (var c = 0; c < clauses.Count; c++)
            {
                var clause = clauses[c];
                var (good, bad) = (clause.Positive, clause.Negative);
                if (clause.TakesBack && expected != 0) (good, bad) = Turn(Math.Max(0, expected), Math.Max(0, -expected));
                else (good, bad) = Weigh(clause, good, bad, own || TakenBackLater(clauses, c));
                if (answer is { } yes) (good, bad) = yes ? (good, bad) : Turn(good, bad);
                if (!clause.IsElsewhere && (clause.IsFormer || clause.IsOthers) && clause.Value != 0) expected = clause.Value;
                var weight = but <= 0 ? 1 : c < but ? BeforeBut : AfterBut;
                positive += good;
                negative += bad;
                value += weight * (good - bad);
                if (good != 0 || bad != 0) last = good - bad;
            }
            if (but > 0 && Implied(clauses, but) is { } opposite)
            {
                if (opposite > 0) positive += opposite;
                else negative -= opposite;
                value += opposite;
                last = opposite;
            }
        }
        return new Opinion(value, positive, negative, last);
    }

    /// <summary>"It is fast, but it asks for the plate every time": who praises and goes on with "but" and no opinion word means to blame, and the reverse.</summary>
    private static double? Implied(List<ClauseOpinion> clauses, int but)
    {
        double before = 0;
        for (var c = 0; c < clauses.Count; c++)
        {
            if (clauses[c].TakesBack || c >= but && clauses[c].Value != 0) return null;
            if (c < but && clauses[c].IsOwn && (clauses[c].Cues & Cue.Denied) == 0) before += clauses[c].Value;
        }
        return before >= Opinion.Least ? -AfterBare : before <= -Opinion.Least ? AfterBare : null;
    }

    private static bool TakenBackLater(List<ClauseOpinion> clauses, int at)
    {
        for (var c = at + 1; c < clauses.Count; c++)
            if (clauses[c].TakesBack) return true;
        return false;
    }

    private static (double, double) Weigh(ClauseOpinion clause, double good, double bad, bool ownElsewhere)
    {
        if (clause.IsElsewhere) return (0, 0);
        if ((clause.Cues & Cue.Denied) != 0) (good, bad) = Turn(good, bad);
        if ((clause.Cues & Cue.Sarcasm) != 0) (good, bad) = (0, bad + 0.7 * good);
        if ((clause.Cues & Cue.Wish) != 0) (good, bad) = (0, bad + 0.5 * good);
        if ((clause.Cues & Cue.Fixed) != 0) bad = 0;
        var share = clause.IsFormer ? ownElsewhere ? 0 : FormerAlone
            : clause.IsOthers ? ownElsewhere ? 0 : OthersAlone
            : (clause.Cues & Cue.Condition) != 0 ? Condition : 1;
        return (share * good, share * bad);
    }

    private static (double Good, double Bad) Turn(double good, double bad) => (DeniedBad * -bad, Denied * -good);

    /// <summary>Whether a question of the speaker's own is answered yes or no by the next sentence; null: it is no such question.</summary>
    private static bool? AnswerTo(IReadOnlyList<Sentence> sentences, int at)
    {
        if (at + 1 >= sentences.Count || sentences[at].Tokens is not [.., { Text: "?" }]) return null;
        return sentences[at + 1].Tokens switch
        {
            [{ Text: "no" or "nope" or "never" }, ..] => false,
            [{ Text: "yes" or "yeah" or "yep" or "absolutely" or "definitely" }, ..] => true,
            _ => null,
        };
    }
}
