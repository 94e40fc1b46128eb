using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage;

public class NumbersNoTableTests
{
    [Fact]
    public async Task A_statement_that_numbers_a_whole_table_fails_its_test()
    {
        using TestDatabase database = new();
        using var db = database.Open();
        var asked = db.Interviews.Select(interview => new
        {
            interview.Id, Last = db.Turns.Where(turn => turn.InterviewId == interview.Id).OrderByDescending(turn => turn.N).Select(turn => new { turn.Move, turn.At }).FirstOrDefault(),
        });

        Assert.Contains("numbered", (await Assert.ThrowsAsync<InvalidOperationException>(() => asked.ToListAsync())).Message, StringComparison.Ordinal);
    }
}
