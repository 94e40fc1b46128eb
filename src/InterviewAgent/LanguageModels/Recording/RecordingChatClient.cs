using InterviewAgent.LanguageModels.Providers;
using Microsoft.Extensions.AI;

namespace InterviewAgent.LanguageModels.Recording;

/// <summary>Keeps every answer of a real provider. Failures are not kept: they are the network's, not the prompt's.</summary>
internal sealed class RecordingChatClient(IChatClient inner, RecordingFolder folder, ModelOptions model) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var response = await base.GetResponseAsync(asked, options, cancellationToken);
        folder.Keep(ReplayChatClient.Prompt(options), new Recorded(RecordedRequest.Of(model, asked, options), new RecordedResponse(
            response.Text, response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().FirstOrDefault()?.Message,
            response.FinishReason?.Value, response.Usage?.InputTokenCount ?? 0, response.Usage?.CachedInputTokenCount ?? 0,
            response.Usage?.OutputTokenCount ?? 0)));
        return response;
    }
}

/// <summary>Answers from recordings alone. A request that was never recorded stops everything: to go on would measure something else.</summary>
internal sealed class ReplayChatClient(RecordingFolder folder, ModelOptions model) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = RecordedRequest.Of(model, messages, options);
        return folder.Find(Prompt(options), request) is { } found
            ? Task.FromResult(Response(found))
            : Task.FromException<ChatResponse>(RecordingMiss.Of(folder, Prompt(options), request));
    }

    internal static string Prompt(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(CallModel.PromptName, out var name) == true && name is string text ? text : "unnamed";

    private static ChatResponse Response(RecordedResponse found)
    {
        List<AIContent> contents = [new TextContent(found.Text)];
        if (found.Refusal is { } refusal)
        {
            contents.Add(new ErrorContent(refusal) { ErrorCode = ReadResponse.Refusal });
        }
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))
        {
            FinishReason = found.Finish is { Length: > 0 } finish ? new ChatFinishReason(finish) : null,
            Usage = new UsageDetails
            {
                InputTokenCount = found.TokensIn, CachedInputTokenCount = found.TokensCached, OutputTokenCount = found.TokensOut,
            },
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
