using System.ComponentModel.DataAnnotations;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Interviewing;

public sealed class InterviewingOptionsTests
{
    [Theory]
    [InlineData("ProbesInAll", 0, true)]
    [InlineData("Messages", 40, true)]
    [InlineData("Messages", 0, false)] // Would close every interview with its consent.
    [InlineData("Minutes", -1, false)]
    [InlineData("Words", -1, false)]
    [InlineData("Detours", -1, false)]
    public void A_budget_that_cannot_be_meant_stops_the_start_and_is_named(string member, int value, bool good)
    {
        InterviewingOptions options = new();
        options.Budget.GetType().GetProperty(member)!.SetValue(options.Budget, value);
        List<ValidationResult> wrong = [];
        Assert.Equal(good, Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true));
        Assert.Equal(good ? [] : [$"Budget:{member}"], wrong.SelectMany(result => result.MemberNames));
    }
}
