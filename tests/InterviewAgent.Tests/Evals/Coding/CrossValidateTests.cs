using InterviewAgent.Evals.Coding;
using InterviewAgent.Tests.Analysis;

namespace InterviewAgent.Tests.Evals.Coding;

public sealed class CrossValidateTests
{
    private static readonly string[] Lines = [.. File.ReadLines(Path.Combine(Checkout.Evals, "sets", "demo", "journeys.jsonl")).Take(6)];

    [Fact]
    public async Task No_account_is_coded_by_a_coder_that_saw_it()
    {
        var fitted = new List<string[]>();
        var found = await CrossValidate.Run(Lines, 3, some =>
        {
            fitted.Add([.. some.Select(journey => journey.Id)]);
            return Interviews.Coder;
        }, share: 1, CancellationToken.None);
        Assert.Equal(6, found.Count);
        for (var fold = 0; fold < 3; fold++)
            Assert.Empty(fitted[fold].Intersect(found.Skip(fold * 2).Take(2).Select(journey => journey.Id)));
    }

    [Fact]
    public async Task The_account_is_read_as_well() =>
        Assert.All(await CrossValidate.Analyse(Interviews.Coder, Lines, CancellationToken.None), journey => Assert.NotNull(journey.Findings));
}
