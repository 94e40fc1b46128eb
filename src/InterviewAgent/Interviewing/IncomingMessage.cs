namespace InterviewAgent.Interviewing;

/// <summary>What a respondent sent, freed of its channel.</summary>
/// <param name="MessageId">The channel's id, the key of idempotency within the interview.</param>
/// <param name="Envelope">The channel's own JSON, kept for its echo; null where a channel has none.</param>
/// <param name="Choices">Visibility choices from the read-back's form; null for typed text.</param>
/// <param name="ConversationId">Where it was said and the reply is sent; null: the web chat, where the reply is read.</param>
public sealed record IncomingMessage(
    string MessageId, string Text, string? Envelope = null, ReadBackChoices? Choices = null, Guid? ConversationId = null);

/// <summary>One choice for all, and overrides by the number of the sentence (1 = the first read back).</summary>
public sealed record ReadBackChoices(Privacy.Visibility ForAll, IReadOnlyDictionary<int, Privacy.Visibility> BySentence);

/// <summary>A message that is stored.</summary>
/// <param name="TurnN">Number of the respondent's turn; after a deletion, when nothing is taken in, of the turn that says so.</param>
/// <param name="Reply">Null: it is owed, and whoever has the interview lets <see cref="FinishReply"/> give it.</param>
public sealed record Received(int TurnN, Reply? Reply);

/// <summary>What the interview said next. The turn is stored before this is returned.</summary>
/// <param name="TurnN">Number of the interviewer turn in the interview.</param>
/// <param name="Repeated">True: this message id was stored before; nothing changed, the turn is the one sent then.</param>
public sealed record Reply(int TurnN, MoveKind Move, string Text, Offer Offer, bool Repeated);
