namespace InterviewAgent.Privacy.Erasures;

/// <summary>What was erased, by ids and positions: a person, one interview of theirs, or characters of one turn. It holds no words.</summary>
/// <param name="Interview">Null: the person with all that is theirs.</param>
/// <param name="Turn">Null: the whole interview; with it stand <paramref name="Start"/> and <paramref name="Length"/>.</param>
internal sealed record Erasure(Guid Respondent, Guid? Interview = null, Guid? Turn = null, int? Start = null, int? Length = null);
