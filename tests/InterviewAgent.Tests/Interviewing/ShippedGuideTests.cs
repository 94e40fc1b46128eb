using InterviewAgent.Interviewing;
using YamlDotNet.RepresentationModel;

namespace InterviewAgent.Tests.Interviewing;

/// <summary>The guides and texts of the project, read as files, against the policy.</summary>
public class ShippedGuideTests
{
    [Fact]
    public void The_consent_turn_says_everything_on_the_list()
    {
        var texts = ((YamlSequenceNode)Root("texts")["texts"]).Cast<YamlMappingNode>();
        var consent = texts.First(text => text["id"].ToString() == "consent")["ask"].ToString();
        Assert.Empty(new FirstTurnChecklist(Gate.Real).Missing(consent));
    }

    [Fact]
    public void The_acknowledgements_are_those_of_the_closed_list()
    {
        var listed = ((YamlSequenceNode)Root("texts")["acknowledgements"]).Select(node => node.ToString()).ToList();
        Assert.True(listed.Count >= 12);
        Assert.All(listed, text => Assert.Empty(Gate.Broken(text + " What happened next?", Gate.Probe())));
    }

    private static YamlMappingNode Root(string name)
    {
        var yaml = new YamlStream();
        using var file = File.OpenText(Path.Combine(Gate.Prompts, "guides", name + ".yaml"));
        yaml.Load(file);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
