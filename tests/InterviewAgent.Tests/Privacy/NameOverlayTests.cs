using InterviewAgent.Privacy;

namespace InterviewAgent.Tests.Privacy;

public class NameOverlayTests
{
    private static readonly NameOverlay Overlay = NameOverlay.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    [Theory]
    [InlineData("Marta runs it day to day.", "[a colleague] runs it day to day.")]
    [InlineData("Then Xquenza told us to stop.", "Then [a colleague] told us to stop.")]
    [InlineData("Mr. Onodera has prepared the list.", "Mr. [a colleague] has prepared the list.")]
    [InlineData("Hayami-san returns it.", "[a colleague] returns it.")]
    [InlineData("Orhan bey is at the subsidiary.", "[a colleague] bey is at the subsidiary.")]
    [InlineData("I had to ask Qilanda for the file.", "I had to ask [a colleague] for the file.")]
    [InlineData("Write to lee@example.org or +49 30 1234567.", "Write to [contact] or [contact].")]
    public void A_colleague_is_overlaid(string said, string shown) => Assert.Equal(shown, Shown(said));

    [Theory]
    [InlineData("We export it to Excel every Friday.")]
    [InlineData("Finance asks for it, and SAP has no link.")]
    [InlineData("Will it last until May? We will see in June.")]
    [InlineData("Nothing has changed since Christmas.")]
    [InlineData("Brightline is slow, and Brightline asks too much.")]
    [InlineData("It’s fine. I'd keep it. Everyone was trained.")]
    public void What_is_not_a_person_stays(string said) => Assert.Equal(said, Shown(said));

    [Fact]
    public void A_respondent_of_the_account_is_known_however_written() =>
        Assert.Equal("ask [a colleague], she knows; [a colleague] agrees", Shown("ask tindra, she knows; Okonkwo agrees"));

    [Fact]
    public void The_speaker_is_not_called_a_colleague() =>
        Assert.Equal("they said: [the respondent] decides", Shown("they said: Ruvendri decides"));

    [Fact]
    public void A_very_long_text_is_read_in_time()
    {
        var text = string.Concat(Enumerable.Repeat("Aa Bb ", 20_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Overlay.Find(text, Known());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    private static KnownNames Known() => new(
        "Ruvendri Pather", ["Tindra Okonkwo"], new HashSet<string>(StringComparer.Ordinal) { "Brightline" });

    private static string Shown(string said) => Show.Words(
        said, new WordSpan(Guid.Empty, 0, said.Length), new TurnVisibility([], Visibility.AccountOnly), Overlay.Find(said, Known()))!;
}
