using System.Security.Cryptography;
using InterviewAgent.Accounts;

namespace InterviewAgent.Interviewing.Guides;

/// <summary>The guides of a prompts folder: one for each side and phase, all checked by the gate before one is used.</summary>
public sealed class GuideLibrary
{
    private static readonly string[] SideFiles = ["buyer.yaml", "end-user.yaml"];
    private readonly Dictionary<(Side, Phase), Guide> guides;

    private GuideLibrary(IEnumerable<Guide> guides) => this.guides = guides.ToDictionary(guide => (guide.Side, guide.Phase));

    public IReadOnlyCollection<Guide> All => guides.Values;

    public Guide For(Role role, Checkpoint checkpoint) => For(role.Side(), checkpoint switch
    {
        Checkpoint.Day14 or Checkpoint.Day30 => Phase.Early,
        Checkpoint.Day60 or Checkpoint.Day90 => Phase.Middle,
        _ => Phase.Late,
    });

    public Guide For(Side side, Phase phase) => guides[(side, phase)];

    /// <summary>Reads guides/core.yaml, guides/texts.yaml and the file of each side.</summary>
    /// <exception cref="GuideRefusedException">A sentence breaks a rule, or something is missing; every place is named.</exception>
    public static GuideLibrary Load(string promptsFolder, NeutralityGate gate)
    {
        var folder = Path.Combine(promptsFolder, "guides");
        var read = SideFiles.SelectMany(side => Read(folder, side)).ToList();
        var problems = read.SelectMany(guide => CheckGuide.Problems(guide, gate)).Distinct().ToList();
        return problems.Count == 0 ? new GuideLibrary(read) : throw new GuideRefusedException(problems);
    }

    private static IEnumerable<Guide> Read(string folder, string sideFile)
    {
        string[] paths = [Path.Combine(folder, "core.yaml"), Path.Combine(folder, sideFile), Path.Combine(folder, "texts.yaml")];
        if (paths.FirstOrDefault(path => !File.Exists(path)) is { } missing)
            throw new GuideRefusedException([$"{Path.GetFileName(missing)}: not found in {folder}"]);
        var core = GuideFiles.Read<GuideFiles.CoreFile>(paths[0]);
        var side = GuideFiles.Read<GuideFiles.SideFile>(paths[1]);
        var texts = GuideFiles.Read<GuideFiles.TextsFile>(paths[2]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(paths.SelectMany(File.ReadAllBytes).ToArray()));
        return Enum.GetValues<Phase>().Select(phase => BuildGuide.From(core, side, texts, phase, hash));
    }
}
