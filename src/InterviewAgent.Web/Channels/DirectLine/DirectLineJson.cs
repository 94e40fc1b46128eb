using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Web.Channels.DirectLine;

internal static class DirectLineJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IResult Ok(object value) => Results.Json(value, Options);

    public static IResult Created(object value) => Results.Json(value, Options, statusCode: StatusCodes.Status201Created);

    /// <summary>403 is for tokens alone: Web Chat takes it as the end of the chat.</summary>
    public static IResult Error(int status, string code, string message) =>
        Results.Json(new ErrorBody(new(code, message)), Options, statusCode: status);
}
