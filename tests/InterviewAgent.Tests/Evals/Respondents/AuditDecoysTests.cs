using InterviewAgent.Evals.Respondents;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Tests.Evals.Respondents;

public sealed class AuditDecoysTests
{
    private static readonly string Folder = Path.Combine(Checkout.Evals, "respondents");
    private static readonly string Slants = Path.Combine(Folder, "decoys", "slants.yaml");

    [Fact]
    public async Task Slants_move_the_reading_only_where_somebody_gives_way_to_them()
    {
        var (personas, reading) = Persona.LoadAll(Folder);
        var decoys = Decoy.LoadAll(Slants).Where(decoy => decoy.Id is "praise" or "sympathy").ToList();
        var report = await new AuditDecoys(new ConfigurationBuilder().Build(), Checkout.Prompts, personas, reading, decoys, givesWay: 1).Run(1, seed: 2);
        Assert.All(report.Decoys, row => Assert.True(row.Slanted > 20 && row.Stopped <= row.Slanted));
        Assert.True(report.Decoys[0].GivingWay.Tone.Estimate > report.Decoys[1].GivingWay.Tone.Estimate);
        Assert.All(report.Decoys, row => Assert.True(Math.Abs(row.WordsAlone.Tone.Estimate) < Math.Abs(row.GivingWay.Tone.Estimate)));
    }

    [Fact]
    public void As_many_decoys_lean_to_good_as_to_bad_news()
    {
        var decoys = Decoy.LoadAll(Slants);
        Assert.Equal(decoys.Count(decoy => decoy.Leans == "good"), decoys.Count(decoy => decoy.Leans == "bad"));
    }

    [Fact]
    public void A_decoy_without_wordings_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("x.yaml"), "- {id: x, leans: good}\n");
        Assert.Contains("lacks its wordings", Assert.Throws<BadInputException>(() => Decoy.LoadAll(folder.At("x.yaml"))).Message, StringComparison.Ordinal);
    }
}
