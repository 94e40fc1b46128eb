using System.CommandLine;
using InterviewAgent.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Cli.Commands.Respondents;

/// <summary>The person a command is about, as all of this noun's commands take them.</summary>
internal static class Person
{
    public static Argument<string> Argument() => new("PERSON") { Description = "Id of the respondent, their mail address, their whole name, or the customer's own id of them." };

    /// <summary>Exactly one; otherwise nothing is done to anybody.</summary>
    public static async Task<FoundRespondent> Of(IServiceProvider scope, string name, CancellationToken cancellation) =>
        await scope.GetRequiredService<FindRespondent>().Called(name, cancellation) switch
        {
            [var one] => one,
            [] => throw new BadInputException("PERSON", $"nobody is known as '{name}', or they were erased before", "Ids stand in the customer's own file and in `interview-agent check-ins due --json`."),
            var many => throw new BadInputException("PERSON", $"'{name}' is {many.Count} people: {string.Join(", ", many.Select(one => $"{one.Id} ({one.Account})"))}", "Name one by the id."),
        };
}
