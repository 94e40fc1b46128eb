namespace InterviewAgent.Web.Channels.Connector;

/// <summary>
/// What the product does with an activity that is authentic, allowed and, within its conversation, in turn. It gets a scope of its own.
/// An activity can come again: after a crash, after a failure, and when the channel sends the same words under a new id. So whatever is
/// stored is keyed by what it means (interview and message id, or the card's question), and a second time changes nothing.
/// </summary>
internal interface IHandleActivities
{
    /// <summary>
    /// Everything that must survive is stored when this returns. Null: nothing to say in the response (an invoke is then answered 501).
    /// An exception: it is tried again later.
    /// </summary>
    Task<InvokeAnswer?> Handle(ChannelActivity activity, CancellationToken cancellation);
}

/// <summary>The body of the response to an invoke, or to a call with delivery mode expectReplies.</summary>
internal sealed record InvokeAnswer(int Status, object? Body = null)
{
    public static InvokeAnswer Replies(params IReadOnlyList<ChannelActivity> replies) => new(StatusCodes.Status200OK, new ExpectedReplies(replies));

    private sealed record ExpectedReplies(IReadOnlyList<ChannelActivity> Activities);
}
