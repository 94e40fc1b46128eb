using System.Globalization;
using InterviewAgent.Benchmarks.Insights;

// `-- insights [--accounts 10000]` is a run of its own; everything else is BenchmarkDotNet's.
if (args is ["insights", .. var rest])
{
    return await InsightsRun.Run(rest is ["--accounts", var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 10_000);
}
BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
