using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.LanguageModels;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.ModelWords;

/// <summary>
/// The move and its words with a model: one call judges the answer and words the probes, code picks, the gate checks. A draft that breaks a
/// rule is worded again, told what it broke, at most twice and only inside the turn's time; then, and whenever no answer comes, the rules'
/// own move and its template. What comes late is dropped.
/// </summary>
internal sealed class WordReply(AskForWords ask, NeutralityGate gate, IOptions<LanguageModelsOptions> models, TimeProvider clock)
{
    private const int Redrafts = 2;

    /// <summary>Less than this is not worth a call.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);

    internal bool IsConfigured => ask.IsConfigured;

    /// <param name="until">When the template speaks.</param>
    internal async Task<WordedMove> For(OwedReply owed, DateTimeOffset until, CancellationToken cancellation)
    {
        TimeSpan Left() => until - clock.GetUtcNow();
        if (owed.Admissible.Probes.Count == 0 || Left() < Shortest || await ask.Judge(owed, Left(), cancellation) is not { } judgement || Left() < TimeSpan.Zero)
            return new WordedMove(owed.Admissible.ByRules, []);
        var move = ChooseMove.Choose(owed.Admissible, judgement.Judged);
        var index = owed.Admissible.Probes.ToList().FindIndex(probe => probe.Move == move);
        if (index < 0)
            return new WordedMove(move, []); // Going on, or a fixed text: its words are not a model's.
        var probe = owed.Admissible.Probes[index];
        List<CheckedDraft> drafts = [];
        var text = judgement.Wordings.GetValueOrDefault(AskForWords.Id(index));
        for (var redraft = 0; text is not null && Left() > TimeSpan.Zero; redraft++)
        {
            drafts.Add(Checked(owed, move, text));
            if (!drafts[^1].Verdict.Blocks || redraft == Redrafts || Left() < Shortest)
                break;
            text = await ask.WordAgain(owed, probe, drafts, Left(), cancellation);
        }
        return new WordedMove(drafts is [.., { Verdict.Blocks: false }] ? move with { Kind = Kind(drafts[^1].Text) } : move, drafts);
    }

    /// <summary>Held to the same context as a template's words, and to more: a model's draft must be clean, not only unblocked.</summary>
    private CheckedDraft Checked(OwedReply owed, Move move, string text)
    {
        var said = move.LeadIn is null ? text.Trim() : move.LeadIn + " " + text.Trim();
        var context = DraftReply.Context(owed.Guide, move with { Kind = Kind(text) }, owed.State, owed.Situation) with { ByModel = true, Instructions = ask.Instructions };
        return new CheckedDraft(models.Value.Interviewing.Model, said, gate.Check(said, context));
    }

    private static MoveKind Kind(string text) => text.AsSpan().ContainsAny("\"“”„") ? MoveKind.QuoteProbe : MoveKind.Probe;
}

/// <summary>A move, and the drafts that a model made for it; the last one is shown when it is clean, else the move's template.</summary>
internal sealed record WordedMove(Move Move, IReadOnlyList<CheckedDraft> Drafts);
