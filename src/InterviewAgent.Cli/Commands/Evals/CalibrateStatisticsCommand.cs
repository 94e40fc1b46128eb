using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals calibrate-statistics</c>: how often our tests cry wolf on data without a difference.</summary>
internal static class CalibrateStatisticsCommand
{
    private static readonly int[] Clusters = [5, 8, 10, 20, 40, 200];

    public static Command Create()
    {
        var repetitions = new Option<int>("--repetitions") { Description = "Data sets a row.", DefaultValueFactory = _ => 2000 };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same table.", DefaultValueFactory = _ => 1 };
        var json = Json.Option();
        var command = new Command("calibrate-statistics", "Count false positives on simulated data without a difference.") { repetitions, seed, json };
        command.SetAction(parsed =>
        {
            var (output, count) = (parsed.InvocationConfiguration.Output, parsed.GetValue(repetitions));
            if (count < 1) throw new BadInputException("--repetitions", $"{count} is not a number of data sets", "Write 1 or more.");
            if (!parsed.GetValue(json)) output.WriteLine("groups   called different   can reach   made to reach 5 %   items taken as independent");
            foreach (var clusters in Clusters)
            {
                var row = CalibrateStatistics.At(clusters, count, parsed.GetValue(seed));
                if (parsed.GetValue(json)) Json.Write(output, row);
                else output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{row.Clusters,6}   {row.Clustered,5:0.0} % (±{row.Error:0.0})   {row.Reachable,5:0.0} %     {row.Randomised,5:0.0} % (±{row.Error:0.0})     {row.Unclustered,5:0.0} % (±{row.UnclusteredError:0.0})"));
            }
            return Exit.Ok;
        });
        return command;
    }
}
