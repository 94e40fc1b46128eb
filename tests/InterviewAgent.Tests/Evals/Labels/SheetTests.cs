using InterviewAgent.Analysis;
using InterviewAgent.Evals.Labels;
using InterviewAgent.Evals.Sets;

namespace InterviewAgent.Tests.Evals.Labels;

public sealed class SheetTests : IDisposable
{
    private const string Journey = """
        {"id":"a1","interviews":[{"id":"i1","checkpoint":"day-30","participant":{"role":"end-user"},"turns":[
        {"n":1,"speaker":"interviewer","text":"How is the plan being done?"},
        {"n":2,"speaker":"participant","text":"=We still print the plan, and the print-out with the pen marks is what counts."},
        {"n":3,"speaker":"interviewer","text":"What happened next?"},
        {"n":4,"speaker":"participant","text":"  "},
        {"n":5,"speaker":"participant","text":"Nothing more."}]}]}
        """;

    private static readonly Codebook Codes = Codebook.Load(InterviewAgent.Tests.Interviewing.Prompts.Folder);
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-sheet-").FullName;

    private string Path(string name) => System.IO.Path.Combine(folder, name);

    private string Written(string name, bool blind)
    {
        using (var file = File.Create(Path(name)))
            Sheet.Write(file, new FillSheet(BuiltInCoder.Load(InterviewAgent.Tests.Interviewing.Prompts.Folder), blind).From([Journey.ReplaceLineEndings("")]));
        return Path(name);
    }

    private List<SheetRow> Decided(string name, params string[][] codes) =>
        [.. Sheet.Read(Written(name, blind: true), Codes).Select((row, n) => row with { Seen = true, Codes = codes[n] })];

    [Fact]
    public void A_sheet_has_every_answer_with_its_question_and_the_coders_proposal()
    {
        var rows = Sheet.Read(Written("one.csv", blind: false), Codes);
        Assert.Equal(["a1/i1#2", "a1/i1#5"], rows.Select(row => row.Item));
        Assert.Equal("How is the plan being done?", rows[0].Question);
        Assert.StartsWith("=We still", rows[0].Answer, StringComparison.Ordinal);
        Assert.Contains("operational.old-workflow", rows[0].Codes);
        Assert.All(rows, row => Assert.False(row.Seen));
    }

    [Fact]
    public void A_blind_sheet_shows_no_codes_and_no_cell_runs_in_a_spreadsheet()
    {
        var path = Written("blind.csv", blind: true);
        Assert.All(Sheet.Read(path, Codes), row => Assert.Empty(row.Codes));
        Assert.DoesNotContain(",=We", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=We", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_code_is_named_with_its_line()
    {
        File.WriteAllText(Path("bad.csv"), "item,group,question,answer,codes,seen\nx,g,,Text,operational.old-workflow,x\ny,g,,Text,no.such,x\n");
        var bad = Assert.Throws<BadInputException>(() => Sheet.Read(Path("bad.csv"), Codes));
        Assert.Contains("line 3, column codes", bad.Message, StringComparison.Ordinal);
        Assert.Contains("no.such", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_coders_are_compared_on_the_rows_that_both_have_seen()
    {
        var first = Decided("first.csv", ["operational.old-workflow"], []);
        var second = Decided("second.csv", ["operational.old-workflow", "capacity.time"], []);
        second[1] = second[1] with { Seen = false };
        var agreement = CompareCoders.Of(first, second);
        Assert.Equal(1, agreement.Rows);
        Assert.Equal(2.0 / 3, agreement.F1, 12);
        Assert.Single(agreement.Differing);
        Assert.Throws<BadInputException>(() => CompareCoders.Of(first, [.. second.Select(row => row with { Seen = false })]));
    }

    [Fact]
    public void Kappa_and_AC1_by_code_are_those_of_the_formulas()
    {
        // 10 rows: both yes 4, first only 1, second only 2, neither 3. Kappa = (0.7 - 0.5) / 0.5 = 0.4; AC1: q = 0.55, e = 2·0.55·0.45 = 0.495.
        (int One, int Other)[] cells = [.. Enumerable.Repeat((1, 1), 4), (1, 0), .. Enumerable.Repeat((0, 1), 2), .. Enumerable.Repeat((0, 0), 3)];
        List<SheetRow> Rows(Func<(int One, int Other), int> whose) =>
            [.. cells.Select((cell, n) => new SheetRow($"i{n}", "g", "", "text", whose(cell) == 1 ? ["product.gap"] : [], Seen: true))];
        var code = Assert.Single(CompareCoders.Of(Rows(cell => cell.One), Rows(cell => cell.Other)).Codes);
        Assert.Equal((5, 6, 4), (code.First, code.Second, code.Both));
        Assert.Equal(0.4, code.Kappa!.Value, 12);
        Assert.Equal((0.7 - 0.495) / (1 - 0.495), code.Ac1!.Value, 12);
    }

    [Fact]
    public void What_was_decided_becomes_items_once_and_the_set_passes_the_lint()
    {
        var rows = Decided("mine.csv", ["operational.old-workflow"], []);
        rows[1] = rows[1] with { Seen = false };
        var set = System.IO.Path.Combine(folder, "sets", "reviewed");
        Assert.Equal(1, AdoptSheet.Into(set, rows, "Two researchers: \"A\" & B"));
        Assert.Equal(0, AdoptSheet.Into(set, rows, "again"));
        var report = new LintSets(Codes, InterviewAgent.Tests.Prompts.Shipped.Library).Run(System.IO.Path.Combine(folder, "sets"));
        Assert.Empty(report.Complaints);
        Assert.Equal(1, report.Items);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
