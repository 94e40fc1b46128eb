namespace InterviewAgent.Web.Tests.Channels.Conformance;

public sealed class ConformanceTests : IDisposable
{
    private const string Secret = "a-secret-of-the-tests";
    private readonly Site site = new(("DirectLine:ConformanceGuide", "true"), ("DirectLine:Secret", Secret), ("DirectLine:KeepAliveSeconds", "5"));

    [Theory]
    [InlineData("directline.mjs")]
    [InlineData("refusals.mjs")]
    public Task Microsofts_direct_line_client_finds_what_it_expects(string script) =>
        Node.Run(script, ("BASE_URL", site.Listen()), ("DL_SECRET", Secret));

    [Fact]
    public async Task Web_Chat_on_the_page_of_a_personal_link_holds_an_interview_to_its_read_back()
    {
        var address = site.Listen();
        await Node.Run("webchat.mjs", ("BASE_URL", address), ("CHAT_URL", address + (await Invited.To(site)).Path), ("DL_SECRET", Secret));
    }

    public void Dispose() => site.Dispose();
}
