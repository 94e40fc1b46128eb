using System.CommandLine;
using InterviewAgent.Cli.Commands.Evals;
using InterviewAgent.Evals.Thresholds;

namespace InterviewAgent.Cli.Commands.Insights;

/// <summary>
/// <c>interview-agent insights calibrate</c>: how often the rules of an account's reading flag what is fine, and what they find, on
/// simulated accounts; where the shipped thresholds stand on each curve.
/// </summary>
internal static class CalibrateCommand
{
    public static Command Create()
    {
        var accounts = new Option<int>("--accounts") { Description = "Simulated accounts of each of six kinds, and series of each course.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same curves.", DefaultValueFactory = _ => 1 };
        var voices = new Option<string>("--voices")
        {
            Description = "Counts that insights measure wrote.", DefaultValueFactory = _ => Path.Combine(EvalsFolder.Path, "calibration", "voices.json"),
        };
        var json = Json.Option();
        var command = new Command("calibrate", "Draw the operating curves of flags, trend and key actions from simulated accounts.") { accounts, seed, voices, json };
        command.SetAction(parsed =>
        {
            var (output, count, from) = (parsed.InvocationConfiguration.Output, parsed.GetValue(accounts), parsed.GetValue(voices)!);
            if (count < 20) throw new BadInputException("--accounts", $"{count} is too few to draw a curve from", "Write 20 or more.");
            if (!File.Exists(from)) throw new BadInputException("--voices", $"there is no file {from}", "Name the file that interview-agent insights measure writes.");
            var simulate = new SimulateAccounts(VoiceCounts.Load(from), parsed.GetValue(seed));
            var drawn = AccountKinds.All.SelectMany(kind => Enumerable.Range(0, count).Select(number => simulate.Draw(kind, number))).ToList();
            var (flags, any) = (OperatingCurve.Of(drawn, OperatingCurve.Grid), AnyFlag.Of(drawn));
            var (trend, actions) = (TrendCurve.Of(count, parsed.GetValue(seed)), ActionsCurve.Of(count, parsed.GetValue(seed)));
            if (parsed.GetValue(json)) Json.Write(output, new { accounts = count, seed = parsed.GetValue(seed), flags, anyFlag = any, trend, keyActions = actions });
            else CalibrationTable.Write(output, flags, any, trend, actions);
            return Exit.Ok;
        });
        return command;
    }
}
