using System.Globalization;
using InterviewAgent.Benchmarks.Insights;
using InterviewAgent.Benchmarks.Load;

// `-- insights [--accounts 10000]` and `-- load [--accounts 2000]` are runs of their own; everything else is BenchmarkDotNet's.
if (args is ["insights", .. var rest])
{
    return await InsightsRun.Run(rest is ["--accounts", var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 10_000);
}
if (args is ["load", .. var how])
{
    return await LoadRun.Run(how);
}
BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
