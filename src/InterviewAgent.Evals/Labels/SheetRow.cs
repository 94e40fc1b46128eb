namespace InterviewAgent.Evals.Labels;

/// <summary>One answer on a coder's sheet.</summary>
/// <param name="Item">Journey, interview and turn: "acme/day-30-1#6".</param>
/// <param name="Group">The account: items of one group stay in one part of a set.</param>
/// <param name="Codes">What the coder found: a proposal to edit. On a blind sheet empty.</param>
/// <param name="Seen">True once a person has decided about the row; rows not seen count nowhere.</param>
public sealed record SheetRow(string Item, string Group, string Question, string Answer, IReadOnlyList<string> Codes, bool Seen);
