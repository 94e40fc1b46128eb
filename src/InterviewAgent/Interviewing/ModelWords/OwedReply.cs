using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Interviewing.ModelWords;

/// <summary>All that a reply rests on, as the store had it at one moment.</summary>
internal sealed record OwedReply(HeldInterview Held, Guide Guide, InterviewState State, AdmissibleMoves Admissible, Situation Situation);
