using System.Text.Json;
using InterviewAgent.LanguageModels.Answers;

namespace InterviewAgent.Tests.LanguageModels.Answers;

public sealed class CheckSchemaTests
{
    private const string Schema = """
        {"type":"object","additionalProperties":false,"required":["findings","next"],
         "properties":{
           "findings":{"type":"array","maxItems":2,"items":{"$ref":"#/$defs/finding"}},
           "next":{"anyOf":[{"type":"string","minLength":2},{"type":"null"}]}},
         "$defs":{"finding":{"type":"object","additionalProperties":false,"required":["code","severity"],
           "properties":{"code":{"type":"string","enum":["a","b"]},"severity":{"type":"integer","minimum":1,"maximum":5},
                         "parts":{"type":"array","items":{"$ref":"#/$defs/finding"}}}}}}
        """;

    [Theory]
    [InlineData("""{"findings":[],"next":null}""", null)]
    [InlineData("""{"findings":[{"code":"a","severity":3,"parts":[{"code":"b","severity":1}]}],"next":"go"}""", null)]
    [InlineData("""[]""", "$: must be object")]
    [InlineData("""{"findings":[]}""", "$: 'next' is missing")]
    [InlineData("""{"findings":[],"next":null,"more":1}""", "$.more: not allowed")]
    [InlineData("""{"findings":[{"code":"c","severity":3}],"next":null}""", "$.findings[0].code: \"c\" is not one of the allowed values")]
    [InlineData("""{"findings":[{"code":"a","severity":3.5}],"next":null}""", "$.findings[0].severity: must be integer")]
    [InlineData("""{"findings":[{"code":"a","severity":9}],"next":null}""", "$.findings[0].severity: must be at most 5")]
    [InlineData("""{"findings":[{"code":"a","severity":1,"parts":[{"code":"b"}]}],"next":null}""", "$.findings[0].parts[0]: 'severity' is missing")]
    [InlineData("""{"findings":[{"code":"a","severity":1},{"code":"a","severity":1},{"code":"a","severity":1}],"next":null}""", "$.findings: its length must be at most 2")]
    public void The_first_fault_is_named_with_its_place(string value, string? fault) =>
        Assert.Equal(fault, CheckSchema.FirstFault(JsonElement.Parse(value), JsonElement.Parse(Schema)));

    [Fact]
    public void A_value_that_fits_no_alternative_is_a_fault() =>
        Assert.NotNull(CheckSchema.FirstFault(JsonElement.Parse("""{"findings":[],"next":"x"}"""), JsonElement.Parse(Schema)));

    [Fact]
    public void A_schema_that_points_at_itself_ends() =>
        Assert.Contains("nested deeper", CheckSchema.FirstFault(JsonElement.Parse("1"), JsonElement.Parse("""{"$ref":"#"}""")), StringComparison.Ordinal);
}
