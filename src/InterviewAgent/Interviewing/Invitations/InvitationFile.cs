using Words = InterviewAgent.Interviewing.Guides.Wording;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>prompts/invitations/mail.yaml as it is written.</summary>
internal sealed class InvitationFile
{
    private static readonly string[] MailIds = ["invitation", "reminder1", "reminder2", "code"];

    public int Version { get; set; }
    public List<MailEntry> Mails { get; set; } = [];
    public ChoicesEntry Choices { get; set; } = new();
    public List<PageEntry> Pages { get; set; } = [];

    /// <summary>What a mail or page cannot do without and the file does not have.</summary>
    public IEnumerable<string> Missing() => MailIds.Except(Mails.Select(mail => mail.Id)).Select(id => $"mail.yaml: mail '{id}' is missing")
        .Concat(Mails.Where(mail => mail.Subject is null || mail.Before.Count == 0).Select(mail => $"mail.yaml: mail '{mail.Id}' needs subject and before"))
        .Concat(Mails.Where(mail => mail.Link is null && mail.Id != "code").Select(mail => $"mail.yaml: mail '{mail.Id}' needs link"))
        .Concat(Enum.GetValues<Choice>().Select(choice => choice.Name()).Except(Pages.Select(page => page.Id)).Select(id => $"mail.yaml: page '{id}' is missing"))
        .Concat(Pages.Where(page => page.All.Any(wording => wording is null)).Select(page => $"mail.yaml: page '{page.Id}' needs title, text, button and done"))
        .Concat(Choices.All.Any(wording => wording is null) ? ["mail.yaml: choices need lead, not-now, not-me, never and foot"] : []);

    public IEnumerable<Words> Sentences() => Mails.SelectMany(mail => mail.Before.Concat(mail.After).Append(mail.Subject).Append(mail.Link))
        .Concat(Choices.All).Concat(Pages.SelectMany(page => page.All)).OfType<Words>();

    internal sealed class MailEntry
    {
        public string Id { get; set; } = "";
        public Words? Subject { get; set; }
        public List<Words> Before { get; set; } = [];
        public Words? Link { get; set; }
        public List<Words> After { get; set; } = [];
    }

    internal sealed class ChoicesEntry
    {
        public Words? Lead { get; set; }
        public Words? NotNow { get; set; }
        public Words? NotMe { get; set; }
        public Words? Never { get; set; }
        public Words? Foot { get; set; }
        internal IEnumerable<Words?> All => [Lead, NotNow, NotMe, Never, Foot];
    }

    internal sealed class PageEntry
    {
        public string Id { get; set; } = "";
        public Words? Title { get; set; }
        public Words? Text { get; set; }
        public Words? Button { get; set; }
        public Words? Done { get; set; }
        internal IEnumerable<Words?> All => [Title, Text, Button, Done];
    }
}
