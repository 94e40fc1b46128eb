using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class OversellTests
{
    [Fact]
    public void People_and_accounts_are_counted_apart() =>
        Assert.Equal([new OversellCell("retail", 3, 6, 1, 2, false)], Oversell.Of(
            [.. Heard("retail", accounts: 3, people: 2), Says("retail", 1, 1), Says("retail", 1, 2)]));

    [Fact]
    public void A_small_cell_is_hidden_and_so_is_the_one_from_which_it_could_be_worked_out()
    {
        var cells = Oversell.Of([.. Heard("retail", 4, 2), .. Heard("energy", 3, 2), .. Heard("mining", 1, 2), Says("mining", 1, 1)]);
        Assert.Equal([("retail", false), ("energy", true), ("mining", true)], cells.Select(cell => (cell.Name, cell.IsHidden)));
        Assert.All(cells.Where(cell => cell.IsHidden), cell => Assert.Equal((0, 0, 0, 0), (cell.Accounts, cell.People, cell.AccountsSaying, cell.PeopleSaying)));
    }

    private static IEnumerable<HeardOnSale> Heard(string cell, int accounts, int people) =>
        from account in Enumerable.Range(1, accounts)
        from person in Enumerable.Range(1, people)
        select new HeardOnSale(cell, $"{cell}{account}", $"{cell}{account}-{person}", false);

    private static HeardOnSale Says(string cell, int account, int person) =>
        new(cell, $"{cell}{account}", $"{cell}{account}-{person}", true);
}
