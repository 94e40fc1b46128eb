using Words = InterviewAgent.Interviewing.Guides.Wording;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>prompts/insights/texts/call-note.yaml as it is written.</summary>
internal sealed class CallNoteFile
{
    public int Version { get; set; }
    public string Title { get; set; } = "";
    public string Internal { get; set; } = "";
    public Dictionary<string, string> Parts { get; set; } = [];
    public Dictionary<string, string> Labels { get; set; } = [];
    public Dictionary<string, string> Call { get; set; } = [];
    public string Why { get; set; } = "";
    public string RenewalAhead { get; set; } = "";
    public string RenewalPast { get; set; } = "";
    public string Closed { get; set; } = "";
    public Dictionary<string, string> Promise { get; set; } = [];
    public Dictionary<string, string> States { get; set; } = [];
    public Dictionary<string, string> Changed { get; set; } = [];
    public Dictionary<string, string> Last { get; set; } = [];
    public Dictionary<string, string> Flags { get; set; } = [];
    public Dictionary<string, string> Outcomes { get; set; } = [];
    public Dictionary<string, string> Named { get; set; } = [];
    public Dictionary<string, string> Never { get; set; } = [];
    public Dictionary<string, Entry> Open { get; set; } = [];
    public Dictionary<string, Entry> Kinds { get; set; } = [];
    public Dictionary<string, Entry> Codes { get; set; } = [];

    public IEnumerable<(string Id, Entry Entry)> Entries => Open.Concat(Kinds).Concat(Codes).Select(pair => (pair.Key, pair.Value));

    /// <summary>What is asked and done about one code or one kind of evidence.</summary>
    internal sealed class Entry
    {
        public string? Name { get; set; }
        public Words? Ask { get; set; }
        public Words? Twin { get; set; }
        public string? Step { get; set; }
        public bool MayBeNamed { get; set; }
    }
}
