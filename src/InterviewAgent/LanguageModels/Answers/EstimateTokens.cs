namespace InterviewAgent.LanguageModels.Answers;

/// <summary>
/// Roughly how many tokens a text is, for limits and budgets before the server has counted: four ASCII characters a token, one for
/// each other character, which is the side to err on. Tokenizers differ by model, and their tables are megabytes.
/// </summary>
public static class EstimateTokens
{
    private const int PerMessage = 4;

    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ascii = text.Count(char.IsAscii);
        return (ascii + 3) / 4 + (text.Length - ascii);
    }

    internal static int Of(IEnumerable<ModelMessage> messages, AnswerSchema? schema) =>
        messages.Sum(message => Of(message.Text) + PerMessage) + (schema is null ? 0 : Of(schema.Json.GetRawText()));
}
