using InterviewAgent.Web.Channels.DirectLine.Conformance;

namespace InterviewAgent.Web.Channels.DirectLine;

internal sealed class Talks(HeldTalk held, ConformanceGuide guide)
{
    public ITalk Of(Visitor visitor) => visitor.OfGuide ? guide : held;
}
