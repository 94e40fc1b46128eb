namespace InterviewAgent.Web.Dashboard.Evals;

/// <summary>The first line of a run's file, as `evals run` writes it.</summary>
public sealed record RunHeader(string Suite, string Set, string Part, RunProvenance Provenance, DateTimeOffset StartedAt, string? Judge = null, int Repeats = 1);

public sealed record RunProvenance(string Prompts, string Rules, string Data, string Engine);

/// <summary>NAME.summary.json: figures as the command line computed them. Nothing is computed here.</summary>
/// <param name="Right">Items with every label expected and no other.</param>
/// <param name="Ceilings">What people reach against each other, by scorer.</param>
public sealed record RunSummary(
    RunHeader Header, int Items, int Right, IReadOnlyList<RunFigure> Figures, IReadOnlyList<RunLabel> Labels, IReadOnlyDictionary<string, double> Ceilings, RunCost? Cost);

/// <summary>Shares from 0 to 1 with a 95 % interval.</summary>
public sealed record RunFigure(string Name, double Value, double Low, double High, int Items);

public sealed record RunLabel(string Label, int Items, RunFigure? Precision, RunFigure? Recall);

public sealed record RunCost(double Seconds, int Calls, long TokensIn, long TokensOut, double Money);

/// <summary>NAME.comparison.json: what `evals compare` or `evals report --against` last said of this run.</summary>
/// <param name="StartedAt">Of this run, when it was said.</param>
/// <param name="Before">Name of the run before.</param>
public sealed record RunComparison(DateTimeOffset StartedAt, string Before, DateTimeOffset BeforeStartedAt, string Verdict, int Changed, IReadOnlyList<RunChange> Scorers);

/// <param name="Words">Whether the change is real, in words.</param>
public sealed record RunChange(string Name, double Change, double? Low, double? High, string Words);

/// <summary>A run and what lies beside it.</summary>
/// <param name="Summary">Null: an interrupted run, or one of an earlier version.</param>
public sealed record EvalRunFiles(string Name, RunHeader Header, RunSummary? Summary, RunComparison? Comparison, bool HasReport);
