using System.Text.RegularExpressions;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Interviewing;

/// <summary>
/// The sentences to read back: those on which findings rest, and where there are fewer than three, the longest answers'
/// first sentences, so that everybody decides about words of their own. Words that say nothing ("no", "asdf") are no sentence to decide about;
/// where there is nothing else, the choice is asked without a list.
/// </summary>
internal sealed partial class ChooseReadBack(IFindReadBackSentences findings, AssessAnswer assess)
{
    private const int Most = 5;
    private const int Least = 3;
    private const int MostShown = 190;

    internal IReadOnlyList<ReadBackSentence> From(HeldInterview held)
    {
        var found = findings.Find(held.Respondent.Role, held.Interview.Checkpoint, held.Interview.Turns, Most).Where(sentence => assess.SaysSomething(sentence.Text)).ToList();
        var answers = WhatCounts.Of(held.Interview.Turns).Where(turn => turn is { Speaker: Speaker.Participant, Intent: Intent.Answer })
            .OrderByDescending(turn => turn.Text.Length).Where(turn => found.TrueForAll(sentence => sentence.TurnN != turn.N));
        foreach (var turn in answers.TakeWhile(_ => found.Count < Least).ToList())
            if (First().Match(turn.Text) is { Success: true } first && assess.SaysSomething(first.Value))
                found.Add(new ReadBackSentence(0, turn.N, first.Index, first.Length, first.Value));
        return [.. found.OrderBy(sentence => sentence.TurnN).ThenBy(sentence => sentence.Start)
            .Select((sentence, index) => sentence with { Number = index + 1, Text = Shown(sentence.Text) })];
    }

    /// <summary>The choice holds for the whole place; of a sentence without end its first words are shown, cut at a blank.</summary>
    private static string Shown(string sentence) => sentence.Length <= MostShown ? sentence
        : sentence.LastIndexOf(' ', MostShown) is > 0 and var blank ? sentence[..blank].TrimEnd() : sentence[..MostShown];

    /// <summary>A first sentence of readable length: four words or more, 240 characters at most.</summary>
    [GeneratedRegex(@"\A\s*(?=(?:\S+\s+){3}\S)[^\s.!?][^.!?\n]{2,240}(?![\p{L}\p{N}])[.!?]?", RegexOptions.CultureInvariant, 500)]
    private static partial Regex First();
}
