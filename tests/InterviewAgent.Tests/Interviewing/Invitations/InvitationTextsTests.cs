using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Invitations;

namespace InterviewAgent.Tests.Interviewing.Invitations;

public class InvitationTextsTests
{
    private static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "prompts");

    [Fact]
    public void Every_sentence_keeps_to_the_policy() => InvitationTexts.Load(Prompts, Gate.Real);

    [Theory]
    [InlineData("Your check-in about {product}", "Your amazing check-in about {product}")]
    [InlineData("Saying no is fine", "Sorry for the trouble. Saying no is fine")]
    public void A_sentence_that_judges_is_refused_with_its_line(string sentence, string leaning)
    {
        using var copy = new Copy(text => text.Replace(sentence, leaning, StringComparison.Ordinal));
        var refused = Assert.Throws<GuideRefusedException>(() => InvitationTexts.Load(copy.Folder, Gate.Real));
        Assert.Contains(refused.Problems, problem => problem.StartsWith("mail.yaml, line ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_page_is_named()
    {
        using var copy = new Copy(text => text.Replace("- id: never", "- id: nevver", StringComparison.Ordinal));
        Assert.Contains("mail.yaml: page 'never' is missing", Assert.Throws<GuideRefusedException>(() => InvitationTexts.Load(copy.Folder, Gate.Real)).Problems);
    }

    [Fact]
    public void A_name_that_breaks_a_rule_is_left_out()
    {
        Dictionary<string, string> slots = new() { ["vendor"] = "Great Tools", ["product"] = "the best planner, isn't it?" };
        var mail = InvitationTexts.Load(Prompts, Gate.Real).Mail("invitation", slots);
        Assert.Equal("Your check-in about the new system", mail.Subject);
    }

    private sealed class Copy : IDisposable
    {
        public Copy(Func<string, string> change)
        {
            Directory.CreateDirectory(Path.Combine(Folder, "invitations"));
            File.WriteAllText(Path.Combine(Folder, "invitations", "mail.yaml"), change(File.ReadAllText(Path.Combine(Prompts, "invitations", "mail.yaml"))));
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("interview-agent-mail-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
